import { entitiesOfEvent } from '../graph/entities-of-event.ts'
import type { EntityName } from '../graph/entity-name.ts'

const KINDS: Readonly<Record<string, EntityName['kind']>> = {
  host: 'host',
  user: 'user',
  ip: 'address',
  domain: 'domain',
}

/** So many are told of beside each other. */
const MOST = 4

/**
 * Who and what an alert concerns: first what it is about, then what else its newest event names.
 * @param fields of that event
 */
export function alertEntities(
  about: { kind: string; value: string },
  fields: Readonly<Record<string, unknown>>,
): EntityName[] {
  const kind = Object.hasOwn(KINDS, about.kind) ? KINDS[about.kind] : undefined
  const named = entitiesOfEvent(fields)
  const value = about.value.toLowerCase()
  // An alert knows a user without the domain, which the event may tell.
  const isIt = (entity: EntityName) => {
    const own = entity.value.toLowerCase()
    return entity.kind === kind && (own === value || (kind === 'user' && own.endsWith(`\\${value}`)))
  }
  const it = named.find(isIt) ?? (kind && { kind, value: about.value })
  return [...(it ? [it] : []), ...named.filter((entity) => !isIt(entity))].slice(0, MOST)
}
