import type { SearchNode } from '../search/search-node.ts'

const ADDRESSES = ['source.ip', 'destination.ip', 'client.ip']

/** Fields in which an entity of a kind may stand; they have columns, so that many events are looked at fast. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  host: ['host.name', 'observer.name'],
  user: ['user.name', 'user.target.name', 'source.user.name', 'user.id'],
  // As alerts call it, and as the graph does.
  ip: ADDRESSES,
  address: ADDRESSES,
  domain: ['dns.question.name', 'url.domain', 'source.domain', 'destination.domain', 'user.domain'],
  hash: ['process.hash.sha256', 'file.hash.sha256'],
  // Its id, or its program: that of a parent too.
  process: [
    'process.entity_id',
    ...['process.executable', 'process.name', 'process.parent.executable', 'process.parent.name'],
  ],
  file: ['file.path', 'file.name'],
  source: ['nightjar.source'],
}

export const ENTITY_KINDS: readonly string[] = Object.keys(FIELDS)

/**
 * The search for what an entity has to do with.
 * @param site only events from there, where it is given: equal addresses of two networks are two
 * @returns undefined for a kind that is not known
 */
export function entitySearch(entity: {
  kind: string
  value: string
  site?: string | undefined
}): SearchNode | undefined {
  const { kind, value, site } = entity
  const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined
  if (!fields) return undefined
  const is = (field: string, text: string): SearchNode => ({ kind: 'is', field, pattern: [{ text }] })
  const nodes = fields.map((field) => is(field, value))
  const at = kind === 'user' ? value.indexOf('\\') : -1
  const [domain, name] = [value.slice(0, at), value.slice(at + 1)]
  // The graph spells a user with the domain.
  if (at > 0) nodes.push({ kind: 'and', nodes: [is('user.name', name), is('user.domain', domain)] })
  const inFields: SearchNode = { kind: 'or', nodes }
  return site === undefined ? inFields : { kind: 'and', nodes: [is('nightjar.site', site), inFields] }
}
