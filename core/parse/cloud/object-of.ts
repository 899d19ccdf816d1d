import { isObject } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'

const NOTHING: JsonObject = Object.freeze(Object.create(null))

/** @returns the value if it is an object, the first object of a list, else an empty one: what may be missing is asked through it */
export function objectOf(value: unknown): JsonObject {
  const one = Array.isArray(value) ? value[0] : value
  return isObject(one) ? one : NOTHING
}
