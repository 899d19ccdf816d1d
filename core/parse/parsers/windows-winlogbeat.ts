import { createFields } from '../create-fields.ts'
import { flattenJson, isObject, isScalar } from '../json/flatten-json.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { eventFields } from '../windows/event-fields.ts'
import { setTaskAsAction } from '../windows/set-rendered.ts'
import { ownTime, setSystem, setWriter } from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'

/** Of channels that one provider writes: for agents that leave it out. */
const OWN_CHANNELS: ReadonlyMap<string, string> = new Map([
  ['Linux-Sysmon/Operational', 'Linux-Sysmon'],
  ['Microsoft-Windows-Sysmon/Operational', 'Microsoft-Windows-Sysmon'],
])

/** ECS from winlogbeat or Elastic Agent: kept, and completed where the agent did not normalise. */
function parse({ json }: Line): Parsed | undefined {
  const winlog = json?.winlog
  if (json === undefined || !isObject(winlog)) return undefined
  const fields = createFields()
  flattenJson(fields, '', json)
  const { level, keywords } = winlog
  const words = Array.isArray(keywords) ? keywords[0] : keywords
  const host = fields['host.name']
  const hostname = fields['host.hostname']
  const outcome = fields['event.outcome']
  const logLevel = fields['log.level']
  const channel = wordOf(winlog.channel)
  const system = {
    provider:
      wordOf(winlog.provider_name) || wordOf(fields['event.provider']) || (OWN_CHANNELS.get(channel) ?? ''),
    code: wordOf(winlog.event_id) || wordOf(fields['event.code']),
    channel,
    computer: wordOf(winlog.computer_name),
    level: undefined,
    keywords: words,
  }
  setSystem(fields, system)
  if (host !== undefined) fields['host.name'] = host
  if (hostname !== undefined) fields['host.hostname'] = hostname
  if (outcome !== undefined) fields['event.outcome'] = outcome
  if (logLevel === undefined && typeof level === 'string') fields['log.level'] = level.toLowerCase()
  const data = winlog.event_data
  const map = eventFields(system.provider, system.code)
  if (map !== undefined && isObject(data)) {
    for (const name in data) {
      const value = data[name]
      if (isScalar(value)) map[name]?.(fields, value)
    }
  }
  const userData = winlog.user_data
  if (map !== undefined && isObject(userData)) {
    for (const name in userData) {
      const value = userData[name]
      if (isScalar(value)) map[name]?.(fields, value)
    }
  }
  const record = fields['winlog.record_id']
  if (typeof record === 'number') fields['winlog.record_id'] = String(record)
  const user = fields['winlog.user.identifier']
  if (user !== undefined) fields['user.id'] ??= user
  const name = fields['winlog.user.name']
  const domain = fields['winlog.user.domain']
  if (name !== undefined && fields['user.name'] === undefined) {
    fields['user.name'] = name
    if (domain !== undefined) fields['user.domain'] ??= domain
  }
  // The agent's action is the provider's task; ours come from rules/categories.
  const task = wordOf(winlog.task)
  if (fields['event.action'] === task) delete fields['event.action']
  setTaskAsAction(fields, system.provider, task)
  delete fields['@timestamp']
  // The pipeline keeps the line itself.
  delete fields['event.original']
  setWriter(fields)
  const time =
    ownTime(fields) ??
    parseIsoTime(wordOf(winlog.time_created), 0) ??
    parseIsoTime(wordOf(json['@timestamp']), 0)
  return { time, fields }
}

export const parser: Parser = {
  name: 'windows-winlogbeat',
  reads: 'ECS with `winlog.*` from winlogbeat 7+ and Elastic Agent',
  version: 2,
  clues: [{ json: ['winlog'] }],
  rank: 10,
  parse,
  samples: [
    '{"@timestamp":"2026-03-10T12:00:00.123Z","winlog":{"channel":"Security","event_id":"4688","provider_name":"Microsoft-Windows-Security-Auditing","computer_name":"ws01.example.org","keywords":["Audit Success"],"event_data":{"NewProcessName":"C:\\\\Windows\\\\System32\\\\cmd.exe","NewProcessId":"0x1a4","CommandLine":"cmd /c whoami","SubjectUserName":"anna"}},"event":{"code":4688,"kind":"event"},"message":"A new process has been created."}',
  ],
}
