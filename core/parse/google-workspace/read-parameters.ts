import type { FieldValue } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { isObject, isScalar } from '../json/flatten-json.ts'
import type { JsonObject } from '../parser.ts'

const MAX_PARAMETERS = 500

/** Parameters of an event by name in lower case. */
export type Parameters = ReadonlyMap<string, FieldValue>

/** `value`, `intValue`, `boolValue`, `multiValue`, `multiIntValue`; Google's kinds of values. */
function scalarOf(parameter: JsonObject): FieldValue | undefined {
  for (const name of [
    'value',
    'intValue',
    'boolValue',
    'strValue',
    'multiStrValue',
    'multiValue',
    'multiIntValue',
    'multiBoolValue',
  ]) {
    const value = parameter[name]
    if (isScalar(value)) return value
    const list = Array.isArray(value) ? value.filter(isScalar) : []
    if (list.length > 0) return list
  }
  return undefined
}

function add(
  found: Map<string, FieldValue>,
  prefix: string,
  parameters: readonly unknown[],
  depth: number,
): void {
  for (const one of parameters) {
    if (found.size >= MAX_PARAMETERS) return
    if (!isObject(one) || typeof one.name !== 'string' || one.name.length > 100) continue
    const name = prefix + one.name.toLowerCase()
    const value = scalarOf(one)
    if (value !== undefined) join(found, name, value)
    if (depth > 3) continue
    for (const message of listOf(
      one.multiMessageValue ?? one.messageValue ?? one.multiMsgValue ?? one.msgValue,
    )) {
      if (isObject(message)) add(found, `${name}.`, listOf(message.parameter), depth + 1)
    }
  }
}

function join(found: Map<string, FieldValue>, name: string, value: FieldValue): void {
  const before = found.get(name)
  if (before === undefined) found.set(name, value)
  else found.set(name, [...listOf(before), ...listOf(value)].filter(isScalar).slice(0, MAX_PARAMETERS))
}

export function readParameters(event: JsonObject): Parameters {
  const found = new Map<string, FieldValue>()
  add(found, '', listOf(event.parameters ?? event.parameter), 0)
  return found
}
