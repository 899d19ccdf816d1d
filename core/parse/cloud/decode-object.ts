import { parseJson } from '../json/parse-json.ts'
import type { JsonObject } from '../parser.ts'
import { objectOf } from './object-of.ts'

const MAX_TEXT = 1_000_000

/** @returns an object that a field carries as JSON text, or as itself; an empty one when it is neither */
export function decodeObject(value: unknown): JsonObject {
  if (typeof value !== 'string') return objectOf(value)
  if (value.length > MAX_TEXT || !value.startsWith('{')) return objectOf(undefined)
  try {
    return objectOf(parseJson(value).value)
  } catch {
    return objectOf(undefined)
  }
}
