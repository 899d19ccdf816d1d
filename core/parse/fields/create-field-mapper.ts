import type { Fields } from '../../event/event.ts'
import type { FieldMap } from './field-setters.ts'

/**
 * What a product's own names mean in ECS, applied to fields that hold them under a prefix (`okta.actor.id`).
 * @param map by name without the prefix; earlier names win where two set the same field
 */
export function createFieldMapper(prefix: string, map: FieldMap): (fields: Fields) => void {
  const entries = Object.entries(map).map(([name, set]) => [`${prefix}.${name}`, set] as const)
  return (fields) => {
    for (const [name, set] of entries) {
      const value = fields[name]
      if (value === undefined) continue
      if (typeof value !== 'object') set(fields, value)
      else if (value[0] !== undefined) set(fields, value[0])
    }
  }
}
