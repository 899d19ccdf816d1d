import type { Fields } from '../../event/event.ts'
import type { Parsed } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { setWazuhRule, startWazuhEvent } from './start-wazuh-event.ts'

const HEAD = /^\*\* Alert (\d{9,11})\.(\d{1,12}): ?(?:mail)? ?-? ?([^\n]{0,500})/
const RULE = /^Rule: (\d{1,10}) \(level (\d{1,2})\) -> '(.{0,500})'$/
const MAX_LINES = 60

const groupsOf = (text: string): string[] =>
  text
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '')

/** `(web01) 10.0.0.7->/var/log/auth.log`, `web01->syscheck`. */
function setLocation(fields: Fields, location: string): void {
  const arrow = location.indexOf('->')
  const from = arrow < 0 ? location : location.slice(0, arrow)
  const agent = /^\(([^)]{1,255})\) ?(\S{0,64})/.exec(from)
  const host = (agent?.[1] ?? from).trim()
  if (host !== '') fields['host.name'] = host
  if (agent?.[1] !== undefined) fields['agent.name'] = agent[1]
  const file = arrow < 0 ? '' : location.slice(arrow + 2).trim()
  if (file.startsWith('/')) fields['log.file.path'] = file
  else if (file !== '') fields['event.provider'] = file
}

const NAMED: readonly (readonly [label: string, set: (fields: Fields, value: string) => void])[] = [
  ['Src IP: ', (fields, value) => setHostPeer(fields, 'source', value)],
  ['Dst IP: ', (fields, value) => setHostPeer(fields, 'destination', value)],
  ['Src Port: ', (fields, value) => setPort(fields, 'source', value)],
  ['Dst Port: ', (fields, value) => setPort(fields, 'destination', value)],
  ['User: ', (fields, value) => setUser(fields, value)],
]

function setPort(fields: Fields, side: string, value: string): void {
  const port = wholeNumber(value)
  if (port !== undefined && port <= 65535) fields[`${side}.port`] = port
}

function setUser(fields: Fields, value: string): void {
  if (value !== '' && value !== '(none)') fields['user.name'] = value
}

/** A record of `alerts.log`: head, location, rule, what decoders found, then the lines that raised it. */
export function readAlertText(text: string): Parsed | undefined {
  const head = HEAD.exec(text)
  if (!head?.[1]) return undefined
  const fields = startWazuhEvent('OSSEC')
  fields['event.id'] = `${head[1]}.${head[2]}`
  const lines = text.split('\n', MAX_LINES).slice(1)
  const log: string[] = []
  for (const [i, line] of lines.entries()) {
    const rule = RULE.exec(line)
    const named = NAMED.find(([label]) => line.startsWith(label))
    if (rule) {
      const [, id = '', level = '', description = ''] = rule
      setWazuhRule(fields, { id, level: Number(level), description, groups: groupsOf(head[3] ?? '') })
    } else if (i === 0) setLocation(fields, line.replace(/^\d{4} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d /, ''))
    else if (named) named[1](fields, line.slice(named[0].length).trim())
    else if (line.trim() !== '') log.push(line)
  }
  if (log.length > 0) fields.message = log.join('\n')
  return { time: BigInt(head[1]) * 1_000_000_000n, fields }
}

/** What the key of a part of the syslog form means, in lower case. */
const PARTS: ReadonlyMap<string, (fields: Fields, value: string) => void> = new Map(
  Object.entries({
    location: setLocation,
    srcip: (fields, value) => setHostPeer(fields, 'source', value),
    'src ip': (fields, value) => setHostPeer(fields, 'source', value),
    dstip: (fields, value) => setHostPeer(fields, 'destination', value),
    user: setUser,
  }),
)

const SYSLOG = /^Alert Level: (\d{1,2}); Rule: (\d{1,10}) - ([^;]{0,500})/

/** `Alert Level: 3; Rule: 5715 - what; Location: where; classification: groups; key: value; the line`, of csyslogd. */
export function readAlertSyslog(text: string): Parsed | undefined {
  const head = SYSLOG.exec(text)
  if (!head) return undefined
  const fields = startWazuhEvent('OSSEC')
  let groups: string[] = []
  let at = head[0].length
  while (text.startsWith('; ', at)) {
    const end = text.indexOf('; ', at + 2)
    const part = text.slice(at + 2, end < 0 ? text.length : end)
    const colon = part.indexOf(': ')
    const key = colon > 0 && colon < 32 ? part.slice(0, colon).toLowerCase() : ''
    const set = PARTS.get(key)
    if (key === 'classification') groups = groupsOf(part.slice(colon + 2))
    else if (set) set(fields, part.slice(colon + 2).trim())
    else break
    at = end < 0 ? text.length : end
  }
  if (at < text.length) fields.message = text.slice(at).replace(/^; /, '')
  const [, level = '', id = '', description = ''] = head
  setWazuhRule(fields, { id, level: Number(level), description: description.trim(), groups })
  return { time: undefined, fields }
}
