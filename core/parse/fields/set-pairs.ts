import type { Fields } from '../../event/event.ts'
import type { FieldMap, FieldSetter } from './field-setters.ts'

/** Names that may be part of a field's name. */
const NAME = /^[\w.:/-]{1,64}$/
/** A product has some hundred names; more are made up. */
const MAX_NAMES = 2_000

/** Where a name's value goes; `undefined` for names that cannot be a field's. */
interface Target {
  set: FieldSetter | undefined
  field: string | undefined
}

/** Looked up once per name: by the product's setters, then by prefix. */
const targets = new WeakMap<FieldMap, Map<string, Map<string, Target>>>()

function targetsOf(setters: FieldMap, prefix: string): Map<string, Target> {
  const byPrefix = targets.get(setters) ?? new Map<string, Map<string, Target>>()
  targets.set(setters, byPrefix)
  const known = byPrefix.get(prefix) ?? new Map<string, Target>()
  byPrefix.set(prefix, known)
  return known
}

function findTarget(name: string, prefix: string, setters: FieldMap): Target {
  const set = Object.hasOwn(setters, name) ? setters[name] : undefined
  return { set, field: set === undefined && NAME.test(name) ? `${prefix}.${name}` : undefined }
}

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
  const known = targetsOf(setters, prefix)
  for (const [name, value] of pairs) {
    if (value === '') continue
    let target = known.get(name)
    if (target === undefined) {
      target = findTarget(name, prefix, setters)
      if (known.size < MAX_NAMES) known.set(name, target)
    }
    if (target.set !== undefined) target.set(fields, value)
    else if (target.field !== undefined) fields[target.field] = value
  }
}
