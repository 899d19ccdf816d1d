import { isObject, isScalar } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'

/** Lists of `{Name, Value}` or `{Key, Value}` that are objects in all but form. */
const LISTS = [
  'ExtendedProperties',
  'Parameters',
  'DeviceProperties',
  'OperationProperties',
  'ExtraProperties',
]
const MAX_NAMES = 200

function named(list: readonly unknown[]): JsonObject | undefined {
  const found: JsonObject = Object.create(null)
  for (const item of list.slice(0, MAX_NAMES)) {
    if (!isObject(item)) return undefined
    const name = item.Name ?? item.Key
    if (typeof name !== 'string' || name === '') return undefined
    if (isScalar(item.Value)) found[name] ??= item.Value
  }
  return found
}

/** `ModifiedProperties: [{Name, NewValue, OldValue}]` is `{Name: {NewValue, OldValue}}`. */
function modified(list: readonly unknown[]): JsonObject | undefined {
  const found: JsonObject = Object.create(null)
  for (const item of list.slice(0, MAX_NAMES)) {
    if (!isObject(item) || typeof item.Name !== 'string' || item.Name === '') return undefined
    found[item.Name.replaceAll(' ', '_')] ??= { NewValue: item.NewValue, OldValue: item.OldValue }
  }
  return found
}

/** @returns the record with such lists as objects, so that each value has a field of its own */
export function nameProperties(record: JsonObject): JsonObject {
  const result: JsonObject = { ...record }
  for (const key of LISTS) {
    const list = record[key]
    if (Array.isArray(list)) result[key] = named(list) ?? list
  }
  const changes = record.ModifiedProperties
  if (Array.isArray(changes)) result.ModifiedProperties = modified(changes) ?? changes
  return result
}
