import type { Fields } from '../../event/event.ts'
import { CISCO_LEVELS } from '../cisco/levels.ts'
import { facilityTagAt } from '../cisco/read-facility-tag.ts'
import { createFields } from '../create-fields.ts'
import { setMac } from '../network/set-mac.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { compilePattern, type PatternSetter } from '../text/compile-pattern.ts'
import { isIp } from '../text/is-ip.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'

/** `[PA]dtl_net.c:2750 `: the line of code that speaks. */
const CODE = /^(?:\[\w{2}\])?[\w-]{1,40}\.c:\d{1,6} ?/
const MAC = /\b(?:client|mobile|mac|MAC|Client|STA)\b[=: ]{1,3}((?:[\da-fA-F]{2}[:-]){5}[\da-fA-F]{2})/

const SETTERS: Readonly<Record<string, PatternSetter<Fields>>> = {
  user: (fields, value) => {
    fields['user.name'] = value
  },
  ip: (fields, value) => {
    const [address = ''] = value.split(' ', 1)
    if (isIp(address)) fields['client.ip'] = address
  },
  server: (fields, value) => {
    const [address = ''] = value.split(' ', 1)
    if (isIp(address)) fields['server.ip'] = address
  },
  mac: (fields, value) => setMac(fields, 'client.mac', value.split(/[ ,\]]/, 1)[0] ?? ''),
  ap: (fields, value) => setMac(fields, 'destination.mac', value),
  offender: (fields, value) => setMac(fields, 'source.mac', value),
  reason: (fields, value) => {
    fields['event.reason'] = value
  },
}

/** Sentences of the controller; the first that fits counts. */
const SENTENCES = [
  'Username entry ({user}) {}',
  "{} for admin user '{user}' on {ip}",
  'STA(Target MAC Address) \\[{mac}, {}\\] {reason}(Source IP Address) {ip}/TPA(Destination IP Address) {server}',
  'Signature information; AP {ap}, alarm {}most offending MAC {offender}',
  '{} Abort Reason:{reason}',
].map((pattern) => compilePattern<Fields>(pattern, SETTERS))

/** `*emWeb: Mar 10 12:00:00.123: %AAA-5-AAA_AUTH_ADMIN_USER: aaa.c:3083 ...`, behind the name of the controller. */
function parse({ text, program, host }: Line, context: ParseContext): Parsed | undefined {
  if (text.charCodeAt(0) !== 0x2a) return undefined
  const colon = text.indexOf(': ')
  if (colon < 2 || colon > 80) return undefined
  const stamp = bsdTimeAt(text, colon + 2, context)
  const tag = stamp && text.startsWith(': ', stamp.end) ? facilityTagAt(text, stamp.end + 2) : undefined
  if (!stamp || !tag) return undefined
  const fields = createFields()
  const message = text.slice(tag.end).replace(CODE, '')
  const level = CISCO_LEVELS[tag.level]
  fields['event.module'] = 'cisco_aironet'
  fields['event.dataset'] = 'cisco_aironet.log'
  fields['event.provider'] = tag.facility
  fields['event.action'] = tag.mnemonic
  fields['event.severity'] = tag.level
  if (level !== undefined) fields['log.level'] = level
  fields['observer.vendor'] = 'Cisco'
  fields['observer.product'] = 'Aironet'
  fields['process.name'] = text.slice(1, colon)
  // The controller's name stands where syslog has the program.
  if (host === undefined && program !== undefined) fields['host.name'] = program
  fields.message = message
  for (const read of SENTENCES) if (read(fields, message)) break
  if (fields['client.mac'] === undefined && fields['source.mac'] === undefined) {
    setMac(fields, 'client.mac', MAC.exec(message.slice(0, 400))?.[1] ?? '')
  }
  return { time: stamp.time, fields }
}

export const parser: Parser = {
  name: 'cisco-aironet',
  reads: 'Cisco wireless LAN controllers (AireOS)',
  version: 1,
  clues: [{ prefix: '*' }],
  parse,
  samples: [
    "*emWeb: Mar 10 12:00:00.438: %AAA-5-AAA_AUTH_ADMIN_USER: aaa.c:3083 Authentication succeeded for admin user 'anna' on 10.0.0.7",
    '*Dot1x_NW_MsgTask_4: Mar 10 12:00:00.710: %DOT1X-4-MAX_EAPOL_KEY_RETRANS: 1x_ptsm.c:471 Max EAPOL-key M3 retransmissions exceeded for client 00:00:5e:00:53:07',
  ],
}
