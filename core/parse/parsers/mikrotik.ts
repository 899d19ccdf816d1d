import { createFields } from '../create-fields.ts'
import { MIKROTIK_MESSAGES } from '../mikrotik/mikrotik-messages.ts'
import { readPacket } from '../mikrotik/read-packet.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

/** `firewall,info`, `system,error,critical`: what RouterOS calls topics, where others have a program. */
const TOPICS = /^[a-z0-9-]{2,20}(?:,!?[a-z0-9-]{2,20}){1,6}$/
const LEVELS = ['critical', 'error', 'warning', 'info', 'debug']

/** The chain before a packet, and what the rule put before that: `drop-all forward: in:ether1 ...`. */
const CHAIN = /(?:^|\s)([a-zA-Z0-9_-]{1,40}): ?$/

function parse({ text, program, host }: Line): Parsed | undefined {
  const space = text.indexOf(' ')
  const word = text.slice(0, space < 0 ? text.length : space).replace(/:$/, '')
  const own = TOPICS.test(word)
  const topics = own ? word : program !== undefined && TOPICS.test(program) ? program : undefined
  const body = own ? text.slice(space + 1).trim() : text
  const fields = createFields()
  const at = body.startsWith('in:') ? 0 : body.indexOf(': in:')
  const start = at > 0 ? at + 2 : at
  const packet = start >= 0 && start < 200 && readPacket(fields, body.slice(start))
  if (!packet && topics === undefined) return undefined
  fields['event.module'] = 'mikrotik'
  fields['event.dataset'] = 'mikrotik.log'
  fields['observer.vendor'] = 'MikroTik'
  fields['observer.product'] = 'RouterOS'
  fields['observer.type'] = 'firewall'
  if (host !== undefined) fields['observer.name'] = host
  fields.message = body
  if (topics !== undefined) {
    const list = topics.split(',')
    fields['mikrotik.topics'] = list
    const level = LEVELS.find((name) => list.includes(name))
    if (level !== undefined) fields['log.level'] = level
  }
  if (packet) {
    const chain = start > 0 ? CHAIN.exec(body.slice(0, start))?.[1] : program
    if (chain !== undefined) fields['mikrotik.chain'] = chain
    const prefix = start > 0 ? body.slice(0, start).replace(CHAIN, '').trim() : ''
    if (prefix !== '') fields['rule.name'] = prefix
    // What became of a packet is told only by the prefix that its rule was given.
    const denied = /drop|den[yi]|block|reject/i.test(prefix)
    const allowed = /accept|allow|permit/i.test(prefix)
    fields['event.action'] = denied ? 'drop' : allowed ? 'accept' : 'firewall-rule'
    return { time: undefined, fields }
  }
  for (const { action, read } of MIKROTIK_MESSAGES) {
    if (!read(fields, body)) continue
    fields['event.action'] = action
    break
  }
  return { time: undefined, fields }
}

const TOPIC_WORDS = [
  ...['firewall,info', 'system,info', 'system,info,account', 'system,error,critical', 'system,warning'],
  ...[
    'dhcp,info',
    'dhcp,warning',
    'wireless,info',
    'interface,info',
    'ppp,info',
    'ppp,info,account',
    'l2tp,info',
  ],
  ...[
    'l2tp,ppp,info',
    'l2tp,ppp,info,account',
    'pptp,info',
    'pptp,ppp,info',
    'ovpn,info',
    'ipsec,info',
    'ipsec,error',
  ],
  ...[
    'hotspot,info',
    'caps,info',
    'certificate,info',
    'script,info',
    'web-proxy,info',
    'dns,info',
    'system,error',
  ],
]

export const parser: Parser = {
  name: 'mikrotik',
  reads: 'MikroTik RouterOS: firewall, log-ins, DHCP, wireless, VPN, configuration',
  version: 1,
  clues: [
    ...TOPIC_WORDS.flatMap((topics) => [
      { prefix: `${topics} ` },
      { prefix: `${topics}:` },
      { program: topics },
    ]),
    ...['forward', 'input', 'output', 'prerouting', 'postrouting', 'srcnat', 'dstnat'].map((chain) => ({
      prefix: `${chain}: in:`,
    })),
    { prefix: 'in:' },
  ],
  parse,
  samples: [
    'firewall,info drop-wan forward: in:ether1 out:bridge, connection-state:new src-mac 00:00:5e:00:53:07, proto TCP (SYN), 203.0.113.9:40022->10.0.0.7:22, len 60',
    'system,error,critical login failure for user anna from 203.0.113.9 via ssh',
    'system,info,account user anna logged in from 10.0.0.7 via winbox',
    'dhcp,info defconf assigned 10.0.0.9 to 00:00:5E:00:53:09',
  ],
}
