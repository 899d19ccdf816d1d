import type { Fields } from '../../event/event.ts'
import type { FieldMap } from './field-setters.ts'

/** Names that may be part of a field's name. */
const NAME = /^[\w.:/-]{1,64}$/

/**
 * Writes `name=value` pairs of a product: by its setter where there is one, else under the product's prefix.
 * Empty values are left out.
 */
export function setPairs(
  fields: Fields,
  prefix: string,
  pairs: Iterable<readonly [string, string]>,
  setters: FieldMap,
): void {
  for (const [name, value] of pairs) {
    if (value === '') continue
    const set = Object.hasOwn(setters, name) ? setters[name] : undefined
    if (set !== undefined) set(fields, value)
    else if (NAME.test(name)) fields[`${prefix}.${name}`] = value
  }
}
