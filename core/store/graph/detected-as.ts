import type { GraphEntity } from './entity.ts'

/** What detections and alerts call an entity: a user without the domain, so they count for each account of that name. */
export function detectedAs({ kind, value }: Pick<GraphEntity, 'kind' | 'value'>): string {
  return kind === 'user' ? value.slice(value.lastIndexOf('\\') + 1) : value
}
