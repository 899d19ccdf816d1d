import type { Categorise } from '../categorise/categorise.ts'
import type { Enricher } from '../enrich/enricher.ts'
import type { Event, Fields, FieldValue } from '../event/event.ts'
import type { Origins } from '../parse/origins/find-origins.ts'
import type { Stretch } from '../parse/origins/join-segments.ts'

/**
 * `line computed parser` as for {@link Origins}; beyond what parsers read:
 * `source`      the source says so of all its lines that do not say otherwise
 * `category`    the tables of categories, from other fields
 * `enrichment`  worked out from other fields: places, hashes, parts of names
 * `pipeline`    what Nightjar notes of its own
 * `unknown`     today's parsers do not give this value: they, or the settings of the source, have changed since
 */
export type FieldSourceKind =
  | 'line'
  | 'computed'
  | 'parser'
  | 'source'
  | 'category'
  | 'enrichment'
  | 'pipeline'
  | 'unknown'

export interface FieldSource {
  field: string
  kind: FieldSourceKind
  stretches: readonly Stretch[]
  /** `name@version` of who reads it, for what parsers read. */
  parser: string | undefined
}

interface Stages {
  /** What the event's source says of lines that leave it out. */
  defaults: Readonly<Record<string, FieldValue>>
  categorise: Categorise
  enrich: Enricher
}

/** Tables of places are not read for this: their fields are known by name. */
const PLACES = /\.(geo|as)\./

/** Where each field of an event comes from: its line, read again, or the stage of the pipeline that added it. */
export function sourceFields(
  { fields, time }: Pick<Event, 'fields' | 'time'>,
  { fields: origins, reading }: Origins,
  { defaults, categorise, enrich }: Stages,
): FieldSource[] {
  const read: Fields = Object.create(null)
  for (const [field, value] of reading.fields) if (field !== '@timestamp') read[field] = value
  for (const [field, value] of Object.entries(defaults)) read[field] ??= value
  const categorised = copyOf(read)
  categorise(categorised)
  const enriched = copyOf(categorised)
  enrich(enriched)

  function sourceOf(field: string, value: FieldValue): FieldSource {
    const origin = origins.get(field)
    if (origin && isSame(reading.fields.get(field), value)) return { field, ...origin }
    return { field, kind: stageOf(field, value), stretches: [], parser: undefined }
  }

  function stageOf(field: string, value: FieldValue): FieldSourceKind {
    if (isSame(read[field], value)) return 'source'
    if (isSame(categorised[field], value)) return 'category'
    if (isSame(enriched[field], value) || PLACES.test(field)) return 'enrichment'
    if (field.startsWith('nightjar.')) return 'pipeline'
    return 'unknown'
  }

  return [
    sourceOf('@timestamp', String(time)),
    ...Object.entries(fields).map(([field, value]) => sourceOf(field, value)),
  ]
}

function copyOf(fields: Fields): Fields {
  return Object.assign(Object.create(null), fields)
}

/** Stored values may have another type, and lists another order. */
function isSame(one: FieldValue | undefined, other: FieldValue): boolean {
  return one !== undefined && keyOf(one) === keyOf(other)
}

function keyOf(value: FieldValue): string {
  return typeof value === 'object'
    ? JSON.stringify(value.map(String).sort())
    : JSON.stringify([String(value)])
}
