import type { Fields, Scalar } from '../../event/event.ts'
import { notice } from '../../event/problem.ts'
import type { JsonObject } from '../parser.ts'

const MAX_DEPTH = 20
const MAX_FIELDS = 1_000
const MAX_NAME = 500

interface Target {
  fields: Fields
  /** How many more names fit. */
  room: number
  /** Something was left out. */
  cut: boolean
  /** A number that is none to us was left out. */
  lost: boolean
}

/** What a field may hold; a number of JSON that is none to us (1e999) is left out. */
export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function hasRoom(target: Target): boolean {
  if (target.room-- > 0) return true
  target.cut = true
  return false
}

/** Asked before anything looks at a name: a long one under which much lies would be copied for each of its leaves. */
function isLong(target: Target, name: string): boolean {
  if (name.length <= MAX_NAME) return false
  target.cut = true
  return true
}

function add(target: Target, name: string, value: unknown, depth: number): void {
  if (isLong(target, name)) return
  if (isScalar(value)) {
    if (target.fields[name] !== undefined || hasRoom(target)) target.fields[name] = value
  } else if (value === null || value === undefined) return
  else if (typeof value === 'number') target.lost = true
  else if (depth >= MAX_DEPTH) target.cut = true
  else if (Array.isArray(value)) addAll(target, name, value, depth + 1)
  else if (isObject(value)) {
    const prefix = `${name}.`
    for (const key in value) add(target, prefix + key, value[key], depth + 1)
  }
}

/** Arrays of objects become one array per leaf: `answers: [{ttl: 1}, {ttl: 2}]` is `answers.ttl: [1, 2]`. */
function addAll(target: Target, name: string, values: readonly unknown[], depth: number): void {
  if (values.every(isScalar)) {
    if (values.length > 0 && hasRoom(target)) target.fields[name] = values
    return
  }
  const lists = new Map<string, Scalar[]>()
  collect(lists, target, name, values, depth)
  for (const [path, list] of lists) if (hasRoom(target)) target.fields[path] = list
}

function collect(
  lists: Map<string, Scalar[]>,
  target: Target,
  path: string,
  value: unknown,
  depth: number,
): void {
  if (isLong(target, path)) return
  if (isScalar(value)) {
    const list = lists.get(path)
    if (list) list.push(value)
    else if (lists.size < MAX_FIELDS) lists.set(path, [value])
    else target.cut = true
  } else if (typeof value === 'number') target.lost = true
  else if (depth >= MAX_DEPTH) target.cut = true
  else if (Array.isArray(value)) for (const item of value) collect(lists, target, path, item, depth + 1)
  else if (isObject(value)) {
    for (const key in value) collect(lists, target, `${path}.${key}`, value[key], depth + 1)
  }
}

/**
 * Writes the leaves of a JSON value into flat fields, names joined by dots; null is left out.
 * What is too deep, too wide or too long-named stays in the raw line only, noticed as `fields_cut`, numbers beyond all
 * bounds as `values_cut`.
 * @param name of the value; empty for a whole document
 */
export function flattenJson(fields: Fields, name: string, value: unknown): void {
  const target: Target = { fields, room: MAX_FIELDS, cut: false, lost: false }
  if (name === '' && isObject(value)) for (const key in value) add(target, key, value[key], 0)
  else add(target, name, value, 0)
  if (target.cut) notice(fields, 'fields_cut')
  if (target.lost) notice(fields, 'values_cut')
}
