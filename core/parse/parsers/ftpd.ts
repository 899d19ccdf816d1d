import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { setPeer } from '../text/set-peer.ts'
import { leadingTime } from '../time/leading-time.ts'

const VSFTPD =
  /^\[pid \d{1,10}\] (?:\[([^\]]{1,128})\] )?(OK|FAIL) ([A-Z]{3,12}): Client "([\da-fA-F.:]{2,45})"(?:, "([^"]{1,1000})")?(?:, (\d{1,15}) bytes)?|^\[pid \d{1,10}\] (CONNECT): Client "([\da-fA-F.:]{2,45})"/
const PROFTPD =
  /^proftpd\[(\d{1,10})\](?::| \S{1,255})? ?(?:\S{1,255} )?\(([^[)]{0,255})\[([\da-fA-F.:]{2,45})\]\):? (?:- )?(.{1,1000})/
const PROFTPD_BARE = /^(?:\S{1,255} )?\(([^[)]{0,255})\[([\da-fA-F.:]{2,45})\]\):? (?:- )?(.{1,1000})/
const PURE = /^\(([^@)]{1,128})@([^)]{1,255})\) \[(INFO|NOTICE|WARNING|ERROR|DEBUG)\] (.{1,1000})/
const REFUSED =
  /no such user|login failed|incorrect password|security violation|maximum login|authentication failed|too many|not allowed|denied|refused|can't login|host access/i

const bare = (ip: string): string => (ip.startsWith('::ffff:') ? ip.slice(7) : ip)

function start(server: string): Fields {
  const fields = createFields()
  fields['event.module'] = server
  fields['event.dataset'] = `${server}.log`
  fields['network.protocol'] = 'ftp'
  return fields
}

function setPeerOf(fields: Fields, name: string, ip: string): void {
  setPeer(fields, 'source', bare(ip))
  if (name !== '' && !isIp(bare(name))) fields['source.domain'] = name
}

/** ProFTPD and Pure-FTPd speak in sentences. */
function setSentence(fields: Fields, message: string): void {
  const user = /^USER (\S{1,128})(?: \(|: )|user \[([^\]]{1,128})\]/.exec(message)
  const name = user?.[1] ?? user?.[2]
  if (name !== undefined) fields['user.name'] = name.replace(/:$/, '')
  if (/Login successful|is now logged in/.test(message)) {
    fields['event.action'] = 'logged-in'
    fields['event.outcome'] = 'success'
  } else if (REFUSED.test(message)) {
    fields['event.action'] = 'authentication-failed'
    fields['event.outcome'] = 'failure'
    fields['event.reason'] = message
  } else if (/session opened|New connection/.test(message)) fields['event.action'] = 'connected'
  else if (/session closed|Logout/.test(message)) fields['event.action'] = 'disconnected'
  else if (/ (?:uploaded|downloaded|deleted) /.test(message)) fields['event.action'] = 'transferred'
  fields.message = message
}

function readVsftpd(text: string): Fields | undefined {
  const found = VSFTPD.exec(text.slice(0, 1_400))
  if (!found) return undefined
  const [, user, verdict, command = '', ip, path, bytes, connect, client] = found
  const fields = start('vsftpd')
  fields.message = text
  setPeer(fields, 'source', bare(ip ?? client ?? ''))
  if (user !== undefined) fields['user.name'] = user
  fields['event.action'] =
    connect === undefined
      ? command === 'LOGIN'
        ? verdict === 'OK'
          ? 'logged-in'
          : 'authentication-failed'
        : command.toLowerCase()
      : 'connected'
  if (verdict !== undefined) fields['event.outcome'] = verdict === 'OK' ? 'success' : 'failure'
  if (path !== undefined) fields['file.path'] = path
  if (bytes !== undefined) fields['file.size'] = Number(bytes)
  return fields
}

/** Log-ins and transfers of vsftpd, ProFTPD and Pure-FTPd. */
function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const near = text.slice(0, 300)
  const named = near.includes('[pid ') || near.includes('proftpd[')
  if (!named && program === undefined && text.charCodeAt(0) !== 0x28) return undefined
  const stamp = text.charCodeAt(0) === 0x28 ? undefined : leadingTime(text, context)
  const rest = stamp
    ? text
        .slice(stamp.end)
        .replace(/^,\d{1,3}/, '')
        .trimStart()
    : text
  const vsftpd = rest.startsWith('[pid ') ? readVsftpd(rest) : undefined
  if (vsftpd) return { time: stamp?.time, fields: vsftpd }
  const pure = rest.charCodeAt(0) === 0x28 ? PURE.exec(rest.slice(0, 1_400)) : null
  if (pure) {
    const fields = start('pure-ftpd')
    const host = pure[2] ?? ''
    setPeer(fields, 'source', bare(host))
    if (pure[1] !== '?') fields['user.name'] = pure[1] ?? ''
    fields['log.level'] = (pure[3] ?? '').toLowerCase()
    setSentence(fields, pure[4] ?? '')
    return { time: stamp?.time, fields }
  }
  const at = rest.slice(0, 300).indexOf('proftpd[')
  const pro = at < 0 ? null : PROFTPD.exec(rest.slice(at, at + 1_600))
  const plain = pro || program !== 'proftpd' ? null : PROFTPD_BARE.exec(rest.slice(0, 1_600))
  const [name = '', ip = '', message = ''] = pro ? pro.slice(2) : plain ? plain.slice(1) : []
  if (!isIp(bare(ip))) return undefined
  const fields = start('proftpd')
  setPeerOf(fields, name, ip)
  setSentence(fields, message)
  return { time: stamp?.time, fields }
}

export const parser: Parser = {
  name: 'ftpd',
  reads: 'vsftpd, ProFTPD and Pure-FTPd: log-ins, refusals, transfers',
  version: 1,
  clues: [
    ...['vsftpd', 'proftpd', 'pure-ftpd'].map((program) => ({ program })),
    { prefix: 'proftpd[' },
    { prefix: '[pid ' },
    { first: '2' },
    { prefix: '(' },
    ...['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((day) => ({ prefix: `${day} ` })),
  ],
  ownNames: true,
  parse,
  samples: [
    'Tue Mar 10 12:00:00 2026 [pid 7] [anna] FAIL LOGIN: Client "203.0.113.9"',
    'proftpd[7] ftp.example.org (gw.example.org[203.0.113.9]): USER anna (Login failed): Incorrect password.',
    '(?@203.0.113.9) [WARNING] Authentication failed for user [anna]',
  ],
}
