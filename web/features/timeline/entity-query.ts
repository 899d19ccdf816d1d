export interface SeedEntity {
  kind: string
  value: string
  /** Only there; everywhere without it. */
  site?: string | undefined
}

/** Where an entity of a kind stands, as docs/timeline.md says. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  host: ['host.name', 'observer.name'],
  user: ['user.name', 'user.target.name', 'source.user.name', 'user.id'],
  ip: ['source.ip', 'destination.ip', 'client.ip'],
  domain: ['dns.question.name', 'url.domain', 'source.domain', 'destination.domain', 'user.domain'],
  hash: ['process.hash.sha256', 'file.hash.sha256'],
  process: ['process.entity_id'],
  source: ['nightjar.source'],
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/**
 * The search for the events that name an entity.
 * @returns undefined for a kind that is not known, or without a value
 */
export function entityQuery({ kind, value, site }: SeedEntity): string | undefined {
  const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined
  if (!fields || value === '') return undefined
  const terms = fields.map((field) => `${field}:${quoted(value)}`).join(' or ')
  return site === undefined ? `(${terms})` : `nightjar.site:${quoted(site)} and (${terms})`
}

/** What is asked of a seed: all of it, or what fits a query too. */
export function narrowSeed(seed: string, query: string): string {
  if (seed === '' || query.trim() === '') return seed || query.trim()
  return `${seed} and (${query.trim()})`
}

/** `host:web01` of the address bar; undefined when it is none. */
export function parseEntity(text: string | null): SeedEntity | undefined {
  const at = text?.indexOf(':') ?? -1
  if (!text || at < 1) return undefined
  const entity = { kind: text.slice(0, at), value: text.slice(at + 1) }
  return entityQuery(entity) === undefined ? undefined : entity
}
