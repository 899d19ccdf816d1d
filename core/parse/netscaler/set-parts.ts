import type { Fields } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { setUrl } from '../web/set-url.ts'
import { parseNetscalerTime } from './parse-netscaler-time.ts'

type Setter = (fields: Fields, value: string) => void

const MAX_PARTS = 100

/** `10.0.0.7:443`, of IPv6 the port behind the last colon; ends are told from each other by their side. */
const end =
  (side: string): Setter =>
  (fields, value) => {
    const colon = value.lastIndexOf(':')
    const port = wholeNumber(value.slice(colon + 1))
    const address = colon > 0 && port !== undefined && !isIp(value) ? value.slice(0, colon) : value
    if (!isIp(address)) return
    fields[`${side}.ip`] = address
    if (port !== undefined && address !== value && port <= 65535) fields[`${side}.port`] = port
  }

const to =
  (...names: readonly string[]): Setter =>
  (fields, value) => {
    for (const name of names) fields[name] ??= value
  }

const bytes =
  (name: string): Setter =>
  (fields, value) => {
    const count = wholeNumber(value)
    if (count !== undefined) fields[name] = count
  }

const time =
  (name: string): Setter =>
  (fields, value) => {
    const at = parseNetscalerTime(value, 0)
    if (at !== undefined) fields[name] = printTime(at)
  }

const outcome: Setter = (fields, value) => {
  if (/^(?:success|done)/i.test(value)) fields['event.outcome'] = 'success'
  else if (/^(?:fail|error)/i.test(value)) fields['event.outcome'] = 'failure'
}

/** What a part of a message is called, without blanks, underscores and colons, in lower case. */
const PARTS: Readonly<Record<string, Setter>> = {
  source: end('source'),
  sourceip: end('source'),
  sourceport: bytes('source.port'),
  destination: end('destination'),
  destinationip: end('destination'),
  destinationport: bytes('destination.port'),
  vserver: end('server'),
  vserverserviceip: end('server'),
  vserverserviceport: bytes('server.port'),
  originserver: end('server'),
  natip: end('source.nat'),
  clientip: end('client'),
  client: end('client'),
  clientport: bytes('client.port'),
  remoteip: end('client'),
  context: (fields, value) => {
    const at = value.lastIndexOf('@')
    if (at < 1) return
    fields['user.name'] ??= value.slice(0, at)
    end('client')(fields, value.slice(at + 1))
  },
  user: to('user.name'),
  username: to('user.name'),
  domain: to('user.domain'),
  'group(s)': to('group.name'),
  group: to('group.name'),
  browsertype: to('user_agent.original'),
  browser: to('user_agent.original'),
  failurereason: to('event.reason'),
  reason: to('event.reason'),
  status: outcome,
  command: to('process.command_line'),
  protocol: (fields, value) => {
    fields['network.protocol'] = value.toLowerCase()
  },
  transport: (fields, value) => {
    fields['network.transport'] = value.toLowerCase()
  },
  action: (fields, value) => {
    fields['event.action'] = value.toLowerCase()
  },
  url: setUrl,
  infomsg: to('message'),
  totalbytessend: bytes('source.bytes'),
  totalbytesrecv: bytes('destination.bytes'),
  starttime: time('event.start'),
  endtime: time('event.end'),
  delinktime: time('event.end'),
  ciphersuite: to('tls.cipher'),
  clientversion: (fields, value) => {
    fields['tls.version'] = value.replace(/^TLSv/, '')
  },
}

/** Names of one or two words; of the longer ones first. */
const NAME =
  /^(?:Certificate Key Pair|Days To Expire|Start Time|End Time|Delink Time|User Name|[\w()]{2,40}):? +/

const plainOf = (name: string): string => name.toLowerCase().replaceAll(/[\s_:]/g, '')

const unquoted = (value: string): string =>
  value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value

/** `Source 10.0.0.7:51000 - Vserver 192.0.2.9:443 - Total_bytes_send 1`: what each part means, the rest under its name. */
export function setParts(fields: Fields, body: string): void {
  for (const part of body.split(/ - | : |(?= (?:User|Action|Total_bytes_send|Protocol):? )/, MAX_PARTS)) {
    const text = part.trim()
    const name = NAME.exec(text.slice(0, 60))?.[0]
    if (name === undefined) continue
    const value = unquoted(text.slice(name.length).trim())
    if (value === '' || value === 'N/A') continue
    const plain = plainOf(name)
    const set = Object.hasOwn(PARTS, plain) ? PARTS[plain] : undefined
    if (set !== undefined) set(fields, value)
    else if (/^\w+$/.test(plain)) fields[`citrix_adc.log.${plain}`] ??= value
  }
}
