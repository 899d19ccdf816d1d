import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { readVmwareMessage } from '../vmware/messages.ts'

const LEVELS = ['info', 'verbose', 'warning', 'error', 'trivia', 'panic', 'crit', 'In(', 'Wa(', 'Er(', 'Db(']
/** `2026-03-10T12:00:00.123Z info hostd[2098] `, the time may be missing. */
const HEAD =
  /^(?:(\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|[+-]\d\d:\d\d)) )?(?:(info|verbose|warning|error|trivia|panic|crit|In\(\d{1,3}\)|Wa\(\d{1,3}\)|Er\(\d{1,3}\)|Db\(\d{1,3}\)) )(-?\w[\w.-]{0,39})\[(\d{1,10})\]:? /
const ORIGINATOR = /^\[Originator@\d{1,7}((?: [\w.]{1,20}=[^\]]{0,200})?)\] ?/
/** `Event [17] [1-1] [time] [vim.event.UserLoginSessionEvent] [info] [user] [datacenter] [17] [text]`. */
const EVENT =
  /^Event \[(\d{1,20})\] \[[\d-]{1,20}\] \[([^\]]{10,40})\] \[([\w.]{1,120})\] \[(\w{1,20})\] \[([^\]]{0,200})\] \[([^\]]{0,200})\] \[\d{1,20}\] \[/
const CENTER = new Set(['vpxd', 'vpxd-svcs', 'vpxd-main', 'vcenter-server'])
const ESX = ['hostd', 'vpxa', 'rhttpproxy', 'fdm', 'healthd', 'vsanmgmtd']

function start(center: boolean): Fields {
  const fields = createFields()
  const module = center ? 'vmware_vcenter' : 'vmware_esxi'
  fields['event.module'] = module
  fields['event.dataset'] = `${module}.log`
  fields['observer.vendor'] = 'VMware'
  fields['observer.product'] = center ? 'vCenter' : 'ESXi'
  return fields
}

function readEvent(text: string): Parsed | undefined {
  const match = EVENT.exec(text.slice(0, 900))
  if (!match) return undefined
  const [whole, id = '', stamp = '', type = '', level = '', user = '', place = ''] = match
  const message = text.slice(whole.length).replace(/\]$/, '')
  const fields = start(true)
  fields['event.id'] = id
  fields['event.code'] = type
  fields['log.level'] = level
  fields.message = message
  fields['event.reason'] = message
  if (place !== '') fields['vmware.vcenter.place'] = place
  readVmwareMessage(fields, message)
  if (user !== '') {
    const slash = user.indexOf('\\')
    fields['user.name'] ??= user.slice(slash + 1)
    if (slash > 0) fields['user.domain'] ??= user.slice(0, slash)
  }
  return { time: parseIsoTime(stamp, 0), fields }
}

function parse({ text, program }: Line): Parsed | undefined {
  if (text.startsWith('Event [')) return readEvent(text)
  const head = HEAD.exec(text.slice(0, 120))
  const rest = head ? text.slice(head[0].length) : text
  const originator = ORIGINATOR.exec(rest.slice(0, 240))
  if (!originator) return undefined
  const [, stamp, level, process, pid] = head ?? []
  const name = process ?? program
  const fields = start(name !== undefined && CENTER.has(name))
  if (level !== undefined) fields['log.level'] = level
  if (process !== undefined) fields['process.name'] = process
  if (pid !== undefined) fields['process.pid'] = Number(pid)
  for (const word of (originator[1] ?? '').trim().split(' ', 20)) {
    const [, name, value] = /^(\w{1,20})=(.+)$/.exec(word) ?? []
    if (name !== undefined && value !== undefined) fields[`vmware.${name.toLowerCase()}`] = value
  }
  const event = /^Event \d{1,12} : /.exec(rest.slice(originator[0].length, originator[0].length + 24))
  const message = rest.slice(originator[0].length + (event?.[0].length ?? 0)).trim()
  fields.message = message
  readVmwareMessage(fields, message)
  return { time: stamp === undefined ? undefined : parseIsoTime(stamp, 0), fields }
}

export const parser: Parser = {
  name: 'vmware',
  reads: 'VMware ESXi and vCenter: what their services say behind [Originator@6876], and vCenter events',
  version: 1,
  clues: [
    { prefix: '[Originator@' },
    { prefix: 'Event [' },
    ...LEVELS.map((level) => ({ prefix: level.endsWith('(') ? level : `${level} ` })),
    ...[...CENTER, ...ESX].map((name) => ({ program: name })),
  ],
  rank: 1,
  parse,
  samples: [
    '[Originator@6876 sub=Default opID=esxcli-1a-0b2c] Accepted password for user root from 10.0.0.7',
    'info hostd[2098001] [Originator@6876 sub=Vimsvc.ha-eventmgr opID=esxui-1] Event 17 : Cannot login anna@203.0.113.9',
    'Event [4711] [1-1] [2026-03-10T12:00:00.250Z] [vim.event.UserLoginSessionEvent] [info] [EXAMPLE\\anna] [] [4711] [User EXAMPLE\\anna@10.0.0.7 logged in as VMware vim-java 1.0]',
  ],
}
