import type { EntityName } from './entity-name.ts'

/** Fields whose whole value names an entity: docs/graph.md. */
export const ENTITY_FIELDS: Partial<Record<EntityName['kind'], readonly string[]>> = {
  host: ['host.name'],
  address: ['source.ip', 'destination.ip', 'dns.resolved_ip'],
  domain: ['url.domain', 'destination.domain', 'dns.question.name'],
  process: ['process.executable', 'process.name', 'process.parent.executable', 'process.parent.name'],
  file: ['file.path', 'file.name'],
  hash: ['file.hash.sha256', 'process.hash.sha256'],
}
