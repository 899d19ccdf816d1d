import { quoteValue } from '../ask/quote-value.ts'
import { ENTITY_FIELDS } from './entity-fields.ts'
import type { EntityName } from './entity-name.ts'

/** The search for events that name an entity, by the fields of docs/graph.md. A rule is in none; a URL was cut. */
export function searchOfEntity({ kind, value }: EntityName): string | undefined {
  const is = (field: string, text: string) => `${field}:${quoteValue(text)}`
  if (kind === 'user') {
    const at = value.indexOf('\\')
    const name = is('user.name', value.slice(at + 1))
    return at > 0 ? `${name} and ${is('user.domain', value.slice(0, at))}` : name
  }
  return ENTITY_FIELDS[kind]?.map((field) => is(field, value)).join(' or ')
}
