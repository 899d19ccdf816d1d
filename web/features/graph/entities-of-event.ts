import { type EntityName, keyOf } from './entity-name.ts'
import { entityOfField } from './entity-of-field.ts'

/** Where an event names who and what took part, the most telling first. */
const FIELDS = [
  'host.name',
  'user.name',
  'source.ip',
  'destination.ip',
  'process.executable',
  'process.name',
  'url.domain',
  'destination.domain',
  'dns.question.name',
  'file.hash.sha256',
  'process.hash.sha256',
]

/** The entities that an event names, each once. */
export function entitiesOfEvent(fields: Readonly<Record<string, unknown>>): EntityName[] {
  const found = new Map<string, EntityName>()
  for (const field of FIELDS) {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined
    const entity = typeof value === 'string' ? entityOfField(field, value, fields) : undefined
    const key = entity && keyOf({ ...entity, value: entity.value.toLowerCase() })
    if (entity && key && !found.has(key)) found.set(key, entity)
  }
  return [...found.values()]
}
