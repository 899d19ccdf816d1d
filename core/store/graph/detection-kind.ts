import type { EntityKind } from './entity.ts'

const KINDS: ReadonlyMap<EntityKind, string> = new Map([
  ['host', 'host'],
  ['user', 'user'],
  ['address', 'ip'],
  ['domain', 'domain'],
])

/** What detections and alerts call a kind; undefined for those that none is ever about. */
export function detectionKind(kind: EntityKind): string | undefined {
  return KINDS.get(kind)
}
