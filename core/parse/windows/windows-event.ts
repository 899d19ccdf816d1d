import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { flattenJson, isObject, isScalar } from '../json/flatten-json.ts'
import type { Parsed } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'
import { eventFields } from './event-fields.ts'
import { wordOf } from './word-of.ts'

/** `System` of a Windows event, whatever shape it came in. */
export interface WindowsSystem {
  provider: string
  code: string
  channel: string
  computer: string
  level: unknown
  keywords: unknown
}

const LEVELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    0: 'information',
    1: 'critical',
    2: 'error',
    3: 'warning',
    4: 'information',
    5: 'verbose',
  }),
)

/** Audit Success and Audit Failure are bits 53 and 52 of the keywords, written as hexadecimal or as a signed number. */
const AUDITS: ReadonlyMap<string, 'success' | 'failure'> = new Map(
  Object.entries({
    '0x8020000000000000': 'success',
    '0x8010000000000000': 'failure',
    '-9214364837600034816': 'success',
    '-9218868437227405312': 'failure',
    '-9214364837600035000': 'success',
    '-9218868437227405000': 'failure',
    'Audit Success': 'success',
    'Audit Failure': 'failure',
  }),
)

/** Cached: the same names come with every event. Bounded, because a sender chooses them. */
const MAX_NAMES = 20_000
const names = new Map<string, string>()

export function dataName(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const full = `winlog.event_data.${name}`
  if (names.size < MAX_NAMES && name.length < 100) names.set(name, full)
  return full
}

/** Data without names are `param1`, `param2` to whoever gives them meaning. */
function mapUnnamed(fields: Fields, map: FieldMap, values: readonly unknown[]): void {
  const count = Math.min(values.length, 32)
  for (let i = 0; i < count; i++) {
    const value = values[i]
    if (isScalar(value)) map[`param${i + 1}`]?.(fields, value)
  }
}

/** One value of the event's data: under its own name, and under its ECS name where it has one. */
export function addEventData(fields: Fields, map: FieldMap | undefined, name: string, value: unknown): void {
  if (!isScalar(value)) {
    // Data without a name: its texts stand where an element with attributes has its own.
    const bare = isObject(value) && '#text' in value ? value['#text'] : value
    if (bare !== null && bare !== undefined) flattenJson(fields, dataName(name), bare)
    if (map !== undefined && name === 'Data' && Array.isArray(bare)) mapUnnamed(fields, map, bare)
    return
  }
  fields[dataName(name)] = value
  map?.[name]?.(fields, value)
}

/** `ws01.example.org` is `ws01`. */
function shortName(computer: string): string {
  const dot = computer.indexOf('.')
  return dot > 0 && !isIp(computer) ? computer.slice(0, dot) : computer
}

const moduleOf = (provider: string): string => (provider === 'Linux-Sysmon' ? 'sysmon_linux' : 'windows')

function setJudgement(fields: Fields, { level, keywords }: WindowsSystem): void {
  const word = LEVELS.get(wordOf(level))
  if (word !== undefined) {
    fields['log.level'] = word
    // SIGMA rules ask for the number.
    fields['winlog.level'] = wordOf(level)
  }
  const audit = AUDITS.get(wordOf(Array.isArray(keywords) ? keywords[0] : keywords))
  if (audit !== undefined) fields['event.outcome'] = audit
}

export function setSystem(fields: Fields, system: WindowsSystem): void {
  const { provider, code, channel, computer } = system
  fields['event.module'] = moduleOf(provider)
  fields['event.code'] = code
  fields['winlog.event_id'] = code
  if (provider !== '') {
    fields['event.provider'] = provider
    fields['winlog.provider_name'] = provider
  }
  if (channel !== '') fields['winlog.channel'] = channel
  if (computer !== '') {
    fields['winlog.computer_name'] = computer
    fields['host.name'] = computer
    fields['host.hostname'] = shortName(computer)
  }
  setJudgement(fields, system)
}

/**
 * Fields of a new event. Those of a whole head are a literal, which is copied at once with room for all of them; of
 * constants, for others would be defined one by one.
 */
export function startEvent(system: WindowsSystem): Fields {
  const { provider, channel, computer } = system
  if (provider === '' || channel === '' || computer === '') {
    const fields = createFields()
    setSystem(fields, system)
    return fields
  }
  const whole = {
    __proto__: null,
    'event.module': '',
    'event.code': '',
    'winlog.event_id': '',
    'event.provider': '',
    'winlog.provider_name': '',
    'winlog.channel': '',
    'winlog.computer_name': '',
    'host.name': '',
    'host.hostname': '',
  }
  // What makes it an object without prototype is no field of it.
  const fields = whole as unknown as Fields
  setSystem(fields, system)
  return fields
}

/** Sysmon's data say when it happened, its header when it was written. */
export function ownTime(fields: Fields): bigint | undefined {
  const utc = fields['winlog.event_data.UtcTime']
  return typeof utc === 'string' ? parseIsoTime(utc, 0) : undefined
}

/** An event that names no process was written by one all the same: it stands in the header. */
export function setWriter(fields: Fields): void {
  if (fields['process.pid'] !== undefined || fields['process.executable'] !== undefined) return
  const pid = fields['winlog.process.pid']
  if (typeof pid === 'number') fields['process.pid'] = pid
}

/** @param data name and value of what stands in `EventData` */
export function windowsEvent(
  system: WindowsSystem,
  data: Record<string, unknown>,
  time: bigint | undefined,
): Parsed {
  const fields = startEvent(system)
  const map = eventFields(system.provider, system.code)
  for (const name in data) addEventData(fields, map, name, data[name])
  return { time: ownTime(fields) ?? time, fields }
}
