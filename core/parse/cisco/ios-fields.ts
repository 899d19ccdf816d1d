import type { Fields } from '../../event/event.ts'
import { setMac } from '../network/set-mac.ts'
import { setTransport } from '../network/set-transport.ts'
import type { PatternSetter } from '../text/compile-pattern.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { leadingNumber } from '../text/leading-number.ts'
import { setPeer } from '../text/set-peer.ts'
import { setUrl } from '../web/set-url.ts'

type Setter = PatternSetter<Fields>
type Side = 'source' | 'destination'

const text =
  (field: string): Setter =>
  (fields, value) => {
    fields[field] = value
  }

const number =
  (field: string): Setter =>
  (fields, value) => {
    const parsed = leadingNumber(value)
    if (parsed !== undefined) fields[field] = parsed
  }

/** `10.0.0.7(51826)`, `10.0.0.7:51826`, `10.0.0.7`, `(10.0.0.7)`, behind it perhaps ` (Gi0/1 0011.2233.4455)`. */
const end =
  (side: Side): Setter =>
  (fields, value) => {
    const bare = value.startsWith('(') ? value.slice(1).split(')', 1)[0] : value.split(' ', 1)[0]
    let address = bare ?? ''
    let port: number | undefined
    const open = address.indexOf('(')
    if (open > 0) {
      port = wholeNumber(address.slice(open + 1, address.indexOf(')', open)))
      address = address.slice(0, open)
    } else if (!isIp(address)) {
      const colon = address.lastIndexOf(':')
      port = colon > 0 ? wholeNumber(address.slice(colon + 1)) : undefined
      if (port !== undefined) address = address.slice(0, colon)
    }
    if (address.endsWith('.') || address.endsWith(',')) address = address.slice(0, -1)
    if (isIp(address)) setPeer(fields, side, address, port)
  }

const verdict: Setter = (fields, value) => {
  const denied = !value.startsWith('permitted')
  fields['event.action'] = denied ? 'deny' : 'allow'
  fields['event.type'] = ['info', denied ? 'denied' : 'allowed']
}

const outcome: Setter = (fields, value) => {
  fields['event.outcome'] = /^(?:succe|pass)/i.test(value) ? 'success' : 'failure'
}

const user =
  (prefix: string): Setter =>
  (fields, value) => {
    const name = value.replace(/^['"]|['"]$/g, '')
    if (name === '') return
    fields[`${prefix}.name`] = name
    fields['user.name'] ??= name
  }

/** What the names in `ios-messages.ts` stand for. */
export const IOS_FIELDS = {
  src: end('source'),
  dst: end('destination'),
  dstport: number('destination.port'),
  srcmac: (fields, value) => setMac(fields, 'source.mac', value.replace(/[().,]+$|^\(/g, '')),
  clientmac: (fields, value) => setMac(fields, 'client.mac', value.replace(/[().,]+$|^\(/g, '')),
  transport: (fields, value) => setTransport(fields, value),
  protocol: (fields, value) => {
    fields['network.protocol'] = value.toLowerCase().replace(/\.$/, '')
  },
  acl: (fields, value) => {
    fields['cisco.ios.access_list'] = value
    fields['rule.name'] = value
  },
  verdict,
  outcome,
  packets: (fields, value) => {
    const count = leadingNumber(value)
    if (count === undefined) return
    fields['source.packets'] = count
    fields['network.packets'] = count
  },
  srcbytes: number('source.bytes'),
  dstbytes: number('destination.bytes'),
  icmp: (fields, value) => {
    const slash = value.indexOf('/')
    if (slash < 0) return
    fields['icmp.type'] = value.slice(0, slash)
    fields['icmp.code'] = value.slice(slash + 1)
  },
  user: user('source.user'),
  target: user('user.target'),
  actor: user('user'),
  reason: text('event.reason'),
  state: (fields, value) => {
    fields['event.action'] = value.split(' ', 1)[0] ?? ''
  },
  process: text('process.name'),
  command: text('process.command_line'),
  in: text('observer.ingress.interface.name'),
  out: text('observer.egress.interface.name'),
  vlan: text('network.vlan.id'),
  session: text('cisco.ios.session.number'),
  line: text('cisco.ios.session.type'),
  group: text('cisco.ios.pim.group.ip'),
  sender: text('cisco.ios.pim.source.ip'),
  cipher: text('tls.cipher'),
  pid: number('process.pid'),
  url: (fields, value) => setUrl(fields, value),
} satisfies Readonly<Record<string, Setter>>
