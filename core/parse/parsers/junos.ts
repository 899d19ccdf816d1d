import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { setPairs } from '../fields/set-pairs.ts'
import { readParameters } from '../juniper/read-parameters.ts'
import { setJunosEvent } from '../juniper/set-junos-event.ts'
import { readFlow, setSessionText } from '../juniper/set-session-text.ts'
import { SRX_SETTERS } from '../juniper/srx-setters.ts'
import { copyToClientServer } from '../network/copy-to-client-server.ts'
import { fillAddresses } from '../network/fill-addresses.ts'
import { sumTraffic } from '../network/sum-traffic.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { readPairs } from '../text/read-pairs.ts'

/** Where a header has no process, its tag is the message's. */
const TAG_PROGRAMS = [
  ...['rt_flow_session_create', 'rt_flow_session_close', 'rt_flow_session_deny', 'apptrack_session_create'],
  ...[
    'apptrack_session_close',
    'apptrack_session_vol_update',
    'webfilter_url_blocked',
    'webfilter_url_permitted',
  ],
  ...[
    'ui_auth_event',
    'ui_login_event',
    'ui_logout_event',
    'ui_cmdline_read_line',
    'ui_commit',
    'idp_attack_log_event',
  ],
]
const PROGRAMS = ['rt_flow', 'rt_ids', 'rt_idp', 'rt_utm', 'rt_aamw', 'rt_secintel', 'mgd', ...TAG_PROGRAMS]
/** `mgd[812]: UI_LOGIN_EVENT: text`, process or tag alone. */
const HEAD = /^(?:([a-zA-Z]\w{1,15})(?:\[\d{1,10}\])?: )?([A-Z][A-Z0-9_]{4,50})(?::| (?=\[)) ?/
const TAGS = /^(?:RT_|UI_|APPTRACK_|WEBFILTER_|IDP_|AV_|CONTENT_|ANTISPAM_|AAMW_|SECINTEL_)/
/** Verdicts of packet filters. */
const VERDICTS = new Map([
  ['A', 'accept'],
  ['D', 'discard'],
  ['R', 'reject'],
])
const MAC = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i
const QUOTED_USER = /\b[Uu]ser '([^']{1,200})'/
const CONNECTION = /\bssh-connection '(\S{1,60}) (\d{1,5}) (\S{1,60}) (\d{1,5})'/

function setOperator(fields: Fields, text: string): void {
  const head = text.slice(0, 1_000)
  const user = QUOTED_USER.exec(head)
  if (user?.[1]) fields['user.name'] = user[1]
  const connection = CONNECTION.exec(head)
  if (connection?.[1] && isIp(connection[1])) {
    fields['source.ip'] = connection[1]
    fields['source.port'] = Number(connection[2])
    if (isIp(connection[3] ?? '')) fields['destination.ip'] = connection[3] ?? ''
    fields['destination.port'] = Number(connection[4])
  }
  const command = text.indexOf(" command '")
  if (command > 0) fields['process.command_line'] = text.slice(command + 10, text.lastIndexOf("'"))
}

/** `ACTION="URL Blocked" 10.0.0.7(51000)->203.0.113.9(80) CATEGORY=".." URL=www.example.org OBJ=/a username anna` */
function setContent(fields: Fields, text: string): void {
  const word = text.split(' ', 30).find((one) => readFlow(one) !== undefined)
  const flow = readFlow(word ?? '')
  if (flow) {
    fields['source.ip'] = flow.from
    fields['destination.ip'] = flow.to
    if (flow.fromPort !== undefined) fields['source.port'] = flow.fromPort
    if (flow.toPort !== undefined) fields['destination.port'] = flow.toPort
  }
  const pairs = readPairs(text)
  const said = (name: string, field: string): void => {
    const value = pairs.get(name) ?? ''
    if (value !== '' && value !== 'N/A') fields[field] = value
  }
  said('URL', 'url.domain')
  said('OBJ', 'url.path')
  said('CATEGORY', 'rule.category')
  said('PROFILE', 'rule.name')
  said('REASON', 'event.reason')
  const user = /\busername (\S{1,100})/.exec(text.slice(0, 2_000))?.[1]
  if (user !== undefined && user !== 'N/A') fields['source.user.name'] = user
}

/** `FW: ge-0/0/0.0   A icmp 10.0.0.7 203.0.113.9     8     0 (1 packets)`, with layer 2 before the protocol. */
function parseFilter(text: string): Parsed | undefined {
  const words = text.slice(0, 400).split(/ +/, 20)
  const action = VERDICTS.get(words[2] ?? '')
  const at = words.findIndex((word, i) => i > 2 && isIp(word) && isIp(words[i + 1] ?? ''))
  if (action === undefined || at < 0) return undefined
  const fields = createFields()
  setJunosEvent(fields, undefined, 'pfe')
  fields['event.action'] = action
  fields['event.type'] = ['connection', action === 'accept' ? 'allowed' : 'denied']
  fields['observer.ingress.interface.name'] = words[1] ?? ''
  fields['network.transport'] = (words[at - 1] ?? '').toLowerCase()
  fields['source.ip'] = words[at] ?? ''
  fields['destination.ip'] = words[at + 1] ?? ''
  const [from, to] = [wholeNumber(words[at + 2] ?? ''), wholeNumber(words[at + 3] ?? '')]
  if (from !== undefined) fields['source.port'] = from
  if (to !== undefined) fields['destination.port'] = to
  const [sender, receiver] = words.filter((word) => MAC.test(word))
  if (sender) fields['source.mac'] = sender.toUpperCase().replaceAll(':', '-')
  if (receiver) fields['destination.mac'] = receiver.toUpperCase().replaceAll(':', '-')
  const packets = /^\((\d{1,9})$/.exec(words[at + 4] ?? '')
  if (packets) fields['network.packets'] = Number(packets[1])
  fillAddresses(fields)
  return { time: undefined, fields }
}

function parse({ text, program, host }: Line): Parsed | undefined {
  if (text.startsWith('FW: ')) return parseFilter(text)
  const head = HEAD.exec(text.slice(0, 90))
  const byProgram = program !== undefined && TAG_PROGRAMS.includes(program)
  const tag = head?.[2] ?? (byProgram ? program.toUpperCase() : '')
  if (!TAGS.test(tag)) return undefined
  const rest = head ? text.slice(head[0].length) : text
  // The first word may be the process: `RT_FLOW: RT_FLOW_SESSION_CREATE: ..`.
  const fields = createFields()
  setJunosEvent(fields, tag, head?.[1] ?? program)
  if (host !== undefined) fields['observer.name'] = host
  fields.message = rest
  if (rest.startsWith('[')) {
    const { pairs } = readParameters(rest, 0)
    setPairs(fields, 'juniper.srx', pairs, SRX_SETTERS)
    if (tag.startsWith('RT_SCREEN')) fields['juniper.srx.process'] = 'RT_IDS'
  } else if (tag.startsWith('UI_')) {
    fields['event.action'] = tag
    setOperator(fields, rest)
  } else if (tag.startsWith('WEBFILTER') || tag.startsWith('AV_') || tag.startsWith('CONTENT'))
    setContent(fields, rest)
  else setSessionText(fields, rest)
  sumTraffic(fields)
  fillAddresses(fields)
  copyToClientServer(fields)
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'junos',
  reads:
    'Juniper Junos without structured data: sessions, content security, packet filters, what operators did',
  version: 1,
  clues: [
    ...PROGRAMS.map((program) => ({ program })),
    { prefix: 'RT_' },
    { prefix: 'UI_' },
    { prefix: 'FW: ' },
    { prefix: 'mgd[' },
    { prefix: 'APPTRACK_' },
    { prefix: 'WEBFILTER_' },
  ],
  parse,
  samples: [
    'RT_FLOW_SESSION_CREATE: session created 10.0.0.7/51000->203.0.113.9/443 junos-https 198.51.100.1/40100->203.0.113.9/443 snat None 6 out trust untrust 4711 anna(staff) ge-0/0/1.0',
    "mgd[812]: UI_LOGIN_EVENT: User 'anna' login, class 'super-user' [812], ssh-connection '10.0.0.8 40382 10.0.0.1 22', client-mode 'cli'",
    'WEBFILTER_URL_BLOCKED: WebFilter: ACTION="URL Blocked" 10.0.0.7(51000)->203.0.113.9(80) CATEGORY="Malware" REASON="BY_PRE_DEFINED" PROFILE="strict" URL=www.example.org OBJ=/a username anna roles N/A',
  ],
}
