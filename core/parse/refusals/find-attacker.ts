import { isIp } from '../text/is-ip.ts'

export interface Attacker {
  ip?: string
  domain?: string
  port?: number
}

/** Words before an address, the surest last: a name that a client chose may hold any of them, but stands before. */
const MARKED =
  /(?:(?<![\w-])(?:rhost|rip|remote_addr|remote_ip|src_ip|srcip|client_ip|client-ip|ip|host|client|relay|addr|address|raddr|peer|source|src|rblsmtpd)(?: address)?[=:]{1,2} ?|(?<![\w-])(?:from|by|client|host|ip|address|relay|attacker|blocking|ban|peer)(?: (?:ip|host|address|client))? (?:address )?|\bfailed for )["'[(<]{0,2}(?:[\w.-]{1,255}[ [(<]{1,2})?((?:::ffff:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[\da-f]{0,4}:[\da-f:.]{1,45}[\da-f])\]?(?:[:.#](\d{1,5})\b)?/gi
const BRACKETED =
  /[[({<'"](?:IPv6:)?((?:::ffff:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[\da-f]{0,4}:[\da-f:.]{1,45}[\da-f])(?:\/\d{1,3})?[\])}>'"](?::(\d{1,5})\b)?/gi
const BARE =
  /(?:^|[\s=:,;|-])((?:::ffff:)?\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|[\da-f]{1,4}:[\da-f:.]{2,45}[\da-f])(?::(\d{1,5}))?(?=$|[\s,;.:)\]'"|-])/gi
const SCANNER = /([\da-f.:]{3,45}) to [\da-f.:]{3,45} ports? \d/i
const NAMED = /\b(?:from|rhost=|host=|client) ?"?([a-z0-9](?:[\w-]{0,62}\.){1,8}[a-z]{2,24})\b/gi

/** Both notations of IPv4 in IPv6 are the plain address. */
function plain(address: string): string {
  const lower = address.toLowerCase()
  return lower.startsWith('::ffff:') && lower.includes('.') ? lower.slice(7) : address
}

function lastMatch(text: string, pattern: RegExp): Attacker | undefined {
  let found: Attacker | undefined
  for (const [, address = '', port] of text.matchAll(pattern)) {
    const ip = plain(address)
    if (!isIp(ip) || ip === '0.0.0.0' || ip === '::') continue
    found = port === undefined ? { ip } : { ip, port: Number(port) }
  }
  return found
}

/** Where a refused client came from, in a line whose format nobody knows. */
export function findAttacker(text: string): Attacker | undefined {
  const scanner = SCANNER.exec(text)?.[1]
  if (scanner !== undefined && isIp(scanner)) return { ip: scanner }
  const address = lastMatch(text, MARKED) ?? lastMatch(text, BRACKETED) ?? lastMatch(text, BARE)
  if (address) return address
  let domain: string | undefined
  for (const [, name] of text.matchAll(NAMED)) domain = name
  return domain === undefined ? undefined : { domain }
}
