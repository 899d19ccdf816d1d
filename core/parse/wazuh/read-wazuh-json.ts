import type { Fields } from '../../event/event.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, ParseContext, Parsed } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'
import { eventFields } from '../windows/event-fields.ts'
import { addEventData, setSystem } from '../windows/windows-event.ts'
import { wordOf } from '../windows/word-of.ts'
import { setDecodedFields, setSyscheckFields } from './data-fields.ts'
import { setWazuhRule, startWazuhEvent } from './start-wazuh-event.ts'

const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [])
    .map(word)
    .filter((one) => one !== '')
const object = (value: unknown): JsonObject => (isObject(value) ? value : {})

function setAgent(fields: Fields, json: JsonObject): void {
  const { id, name, ip } = object(json.agent)
  const { hostname } = object(json.predecoder)
  if (word(id) !== '') fields['agent.id'] = word(id)
  if (word(name) !== '') fields['agent.name'] = word(name)
  const host = word(name) || word(hostname) || word(json.hostname) || word(json.agent_name)
  if (host !== '') fields['host.name'] ??= host
  if (isIp(word(ip))) fields['host.ip'] = [word(ip)]
  const { name: manager } = object(json.manager)
  if (word(manager) !== '') fields['observer.name'] = word(manager)
}

function setAttack(fields: Fields, rule: JsonObject): void {
  const { id, tactic, technique } = object(rule.mitre)
  const ids = words(id)
  const parts = ids.filter((one) => one.includes('.'))
  if (ids.length > 0)
    fields['threat.technique.id'] = [...new Set(ids.map((one) => one.split('.', 1)[0] ?? one))]
  if (parts.length > 0) fields['threat.technique.subtechnique.id'] = parts
  if (words(technique).length > 0) fields['threat.technique.name'] = words(technique)
  if (words(tactic).length > 0) fields['threat.tactic.name'] = words(tactic)
}

/** Wazuh writes names of Windows with a small first letter. */
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function setWindows(fields: Fields, win: JsonObject): void {
  const system = object(win.system)
  const { providerName, eventID, channel, computer, level, message, keywords } = system
  const dataset = fields['event.dataset']
  const provider = word(providerName)
  setSystem(fields, {
    ...{ provider, code: wordOf(eventID), channel: word(channel), computer: word(computer) },
    ...{ time: undefined, level, keywords },
  })
  fields['event.module'] = 'wazuh'
  if (dataset !== undefined) fields['event.dataset'] = dataset
  const map = eventFields(provider, wordOf(eventID))
  const data = object(win.eventdata)
  for (const name in data) addEventData(fields, map, capital(name), data[name])
  if (typeof message === 'string' && message !== '') fields.message = message.replace(/^"|"$/g, '')
}

/** Alerts and archives of Wazuh, and what OSSEC writes as JSON, whose names are flat. */
export function readWazuhJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const rule = object(json.rule)
  const isOssec = 'sidid' in rule || 'TimeStamp' in json
  const fields = startWazuhEvent(isOssec ? 'OSSEC' : 'Wazuh')
  const { full_log: log, previous_output: _, data, timestamp, TimeStamp: milliseconds, ...rest } = json
  const { win, ...decoded } = object(data)
  flattenJson(fields, 'wazuh', isOssec ? { rule: rest.rule, data: rest } : { ...rest, data: decoded })
  if (typeof log === 'string' && log !== '') fields.message = log
  if (isObject(win)) setWindows(fields, win)
  setAgent(fields, json)
  setSyscheckFields(fields)
  if (fields['wazuh.syscheck.path'] === undefined) setDecodedFields(fields)
  setWazuhRule(fields, {
    id: word(rule.id) || word(rule.sidid),
    level: typeof rule.level === 'number' ? rule.level : undefined,
    description: word(rule.description) || word(rule.comment),
    groups: words(rule.groups ?? rule.group),
  })
  setAttack(fields, rule)
  const location = word(json.location)
  if (location.startsWith('/')) fields['log.file.path'] = location
  if (word(json.id) !== '') fields['event.id'] = word(json.id)
  return { time: parseAnyTime(timestamp ?? milliseconds, context), fields }
}
