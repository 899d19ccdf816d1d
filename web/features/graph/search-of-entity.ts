import { quoteValue } from '../ask/quote-value.ts'
import type { EntityName } from './entity-name.ts'

const FIELDS: Partial<Record<EntityName['kind'], readonly string[]>> = {
  host: ['host.name'],
  address: ['source.ip', 'destination.ip', 'dns.resolved_ip'],
  domain: ['url.domain', 'destination.domain', 'dns.question.name'],
  process: ['process.executable', 'process.name', 'process.parent.executable', 'process.parent.name'],
  file: ['file.path', 'file.name'],
  hash: ['file.hash.sha256', 'process.hash.sha256'],
}

/** The search for events that name an entity, by the fields of docs/graph.md. A rule is in none; a URL was cut. */
export function searchOfEntity({ kind, value }: EntityName): string | undefined {
  const is = (field: string, text: string) => `${field}:${quoteValue(text)}`
  if (kind === 'user') {
    const at = value.indexOf('\\')
    const name = is('user.name', value.slice(at + 1))
    return at > 0 ? `${name} and ${is('user.domain', value.slice(0, at))}` : name
  }
  return FIELDS[kind]?.map((field) => is(field, value)).join(' or ')
}
