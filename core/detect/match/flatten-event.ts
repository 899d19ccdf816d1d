import type { Scalar } from '../../event/event.ts'
import type { MatchInput } from './matcher.ts'

const MAX_DEPTH = 64
/** No rule names a longer one, and each leaf below it would cost a copy of it. */
const MAX_NAME = 1_000

/**
 * A JSON object as it is to what the matcher reads: nested names joined by dots, a flat name before a nested one,
 * objects in lists as lists of their values. An object itself is an empty list: there, with no value.
 */
export function flattenEvent(json: Readonly<Record<string, unknown>>): MatchInput['fields'] {
  const fields: Record<string, Scalar | Scalar[] | null> = Object.create(null)
  const flat = new Set(Object.keys(json))

  function add(name: string, value: unknown, inList: boolean, top: string, depth: number): void {
    if (name.length > MAX_NAME) return
    if (typeof value === 'object' && value !== null) {
      if (depth > MAX_DEPTH) return
      if (!Object.hasOwn(fields, name)) put(name, [], top)
      if (Array.isArray(value)) for (const item of value) add(name, item, true, top, depth + 1)
      else
        for (const [key, child] of Object.entries(value)) add(`${name}.${key}`, child, inList, top, depth + 1)
    } else if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      if (!inList) put(name, value, top)
      else if (value !== null) append(name, value, top)
    }
  }

  function isFree(name: string, top: string): boolean {
    return name === top || !flat.has(name)
  }

  function put(name: string, value: Scalar | Scalar[] | null, top: string): void {
    if (isFree(name, top)) fields[name] = value
  }

  function append(name: string, value: Scalar, top: string): void {
    const known = fields[name]
    if (!Array.isArray(known)) put(name, [value], top)
    else if (isFree(name, top)) known.push(value)
  }

  for (const [name, value] of Object.entries(json)) add(name, value, false, name, 0)
  return fields
}
