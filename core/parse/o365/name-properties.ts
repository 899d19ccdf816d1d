import { objectOf } from '../cloud/object-of.ts'
import { textOf } from '../cloud/text-of.ts'
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
const MAX_PAIR = 2_000

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

/** `Name=Value` of a list, for those who ask for a name or a value wherever it stands. */
export function pairsOf(list: unknown): string[] {
  if (!Array.isArray(list)) return []
  return list.slice(0, MAX_NAMES).flatMap((item) => {
    const { Name, Value } = objectOf(item)
    return typeof Name === 'string' ? [`${Name}=${textOf(Value) ?? ''}`.slice(0, MAX_PAIR)] : []
  })
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
