import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { createFieldMapper } from '../fields/create-field-mapper.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, ParseContext, Parsed } from '../parser.ts'
import type { Clock } from '../time/local-time.ts'
import { parseProductTime } from './parse-product-time.ts'

/** A product that writes JSON: where its own names go, and what they mean in ECS. */
export interface Product {
  /** What its own fields are kept under, as Elastic names it: `okta`. */
  prefix: string
  /** `event.dataset`; what stands before its point is `event.module`. */
  dataset: string
  /** What holds for all its events. */
  constants: Readonly<Record<string, FieldValue>>
  /** Its names of the time, best first. */
  times: readonly string[]
  /** Its names to ECS; names are flat, without the prefix. */
  map: FieldMap
  /** Its names whose values are lists in ECS; several names may fill one. */
  lists?: Readonly<Record<string, string>>
  /** What neither says. */
  finish?(fields: Fields, json: JsonObject): void
}

/** @returns a reader of the product's objects */
export function createProductReader(
  product: Product,
): (json: JsonObject, context: ParseContext) => { time: Parsed['time']; fields: Fields } {
  const { prefix, dataset, constants, times, finish } = product
  const module = dataset.slice(0, dataset.indexOf('.'))
  const map = createFieldMapper(prefix, product.map)
  const lists = Object.entries(product.lists ?? {}).map(
    ([name, field]) => [`${prefix}.${name}`, field] as const,
  )
  const timeNames = times.map((name) => `${prefix}.${name}`)
  return (json, context) => {
    const fields = createFields()
    flattenJson(fields, prefix, json)
    for (const name in constants) fields[name] = constants[name] ?? ''
    fields['event.module'] = module
    fields['event.dataset'] = dataset
    map(fields)
    for (const [name, field] of lists) addToList(fields, field, fields[name])
    finish?.(fields, json)
    return { time: firstTime(fields, timeNames, context), fields }
  }
}

/** Adds what is not in the list yet. */
export function addToList(fields: Fields, field: string, value: FieldValue | undefined): void {
  if (value === undefined) return
  const values: readonly Scalar[] = typeof value === 'object' ? value : [value]
  const known = fields[field]
  const list = new Set<Scalar>(Array.isArray(known) ? known : [])
  for (const one of values) if (one !== '') list.add(one)
  if (list.size > 0) fields[field] = [...list]
}

function firstTime(fields: Fields, names: readonly string[], clock: number | Clock): bigint | undefined {
  for (const name of names) {
    const value = fields[name]
    if (value === undefined) continue
    const time = parseProductTime(typeof value === 'object' ? value[0] : value, clock)
    if (time !== undefined && time > 0n) return time
  }
  return undefined
}
