import { isObject } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'

/** What Elastic Agent fetched from an API comes in a field of its own: `{"json": {...}}`. */
export function unwrap(json: JsonObject): JsonObject {
  return isObject(json.json) ? json.json : json
}
