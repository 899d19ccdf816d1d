import { SEVERITY_LEVELS } from '../event/detection.ts'
import { boundKind } from './bound-kind.ts'
import { detectionFieldOf } from './detection-fields.ts'
import { fieldsOf } from './field-aliases.ts'
import { isAddressField } from './is-address-field.ts'
import { isEmptyRange } from './is-empty-range.ts'
import { isEmptyTimeRange } from './is-empty-time-range.ts'
import { DECIMAL, NUMERIC } from './numbers.ts'
import { plainText } from './read-pattern.ts'
import { type Reader, report } from './reader.ts'
import { storageOf } from './search-fields.ts'
import type { Bound, SearchNode } from './search-node.ts'
import { timeSpanOf } from './time-span-of.ts'

interface Problem {
  message: string
  hint: string
}

/** Whether a field can have such a value at all. Reports it where it cannot. */
export function checkValue(reader: Reader, node: SearchNode, from: number): SearchNode | undefined {
  if (!('field' in node) || node.field === undefined) return node
  const problem = problemOf(reader, { ...node, field: node.field }, from)
  return problem === undefined ? node : report(reader, { ...problem, from, to: reader.at })
}

function problemOf(reader: Reader, node: SearchNode & { field: string }, from: number): Problem | undefined {
  const { field } = node
  if (reader.columns !== undefined) {
    if (reader.numbers.has(field)) return problemOfFigure(node)
    // Other columns of a table may hold anything.
    return node.kind === 'range' ? problemOfBounds(node) : undefined
  }
  if (fieldsOf(field).some((each) => storageOf(each).kind === 'time'))
    return problemOfTime(node, reader.text.slice(from, reader.at))
  if (detectionFieldOf(field)?.kind === 'level') return problemOfLevel(node)
  return node.kind === 'range' ? (problemOfType(node) ?? problemOfBounds(node)) : undefined
}

function problemOfTime(node: SearchNode, written: string): Problem | undefined {
  if (node.kind === 'exists') return undefined
  const hint = 'Write 2026-11-27, 2026-11-27T10:20:30Z, now-1h or now/d'
  if (node.kind !== 'is' && node.kind !== 'range')
    return { message: 'A time is compared with times only', hint }
  const texts = node.kind === 'is' ? [plainText(node.pattern) ?? written] : valuesOf(node)
  const wrong = texts.find((text) => !isTime(text))
  if (wrong !== undefined) return { message: `${wrong} is not a time`, hint }
  return node.kind === 'range' ? problemOfOrder(node, isEmptyTimeRange) : undefined
}

const LEVELS: readonly string[] = SEVERITY_LEVELS

function problemOfLevel(node: SearchNode): Problem | undefined {
  const texts = node.kind === 'is' ? [plainText(node.pattern)] : node.kind === 'range' ? valuesOf(node) : []
  // Events of other detectors have numbers there, or nothing.
  const isOther = (text: string) => node.kind === 'is' && (text === '' || DECIMAL.test(text))
  const wrong = texts.find(
    (text) => text !== undefined && !LEVELS.includes(text.toLowerCase()) && !isOther(text),
  )
  if (wrong !== undefined)
    return { message: `${wrong} is not a level`, hint: `Levels are ${LEVELS.join(', ')}` }
  const rankOf = (bound: Bound) => ({ ...bound, value: String(LEVELS.indexOf(bound.value.toLowerCase())) })
  return node.kind === 'range'
    ? problemOfOrder(node, (low, high) => isEmptyRange(rankOf(low), rankOf(high)))
    : undefined
}

type Range = SearchNode & { kind: 'range' }

/** A column of numbers or addresses has hardly another value. */
function problemOfType(node: Range): Problem | undefined {
  const isNumber = fieldsOf(node.field).some((field) => storageOf(field).kind === 'number')
  if (!isNumber && !isAddressField(node.field)) return undefined
  const kind = isNumber ? 'number' : 'address'
  const wrong = valuesOf(node).find((value) => boundKind(value) !== kind)
  if (wrong === undefined) return undefined
  return isNumber
    ? { message: `${wrong} is not a number`, hint: `Write it like ${node.field}:[1 TO 1023]` }
    : { message: `${wrong} is not an address`, hint: `Write it like ${node.field}:10.0.0.0/8 or >=10.0.0.5` }
}

/** Of a figure: `1*` is asked of its text. */
function problemOfFigure(node: SearchNode & { field: string }): Problem | undefined {
  const plain = node.kind === 'is' ? plainText(node.pattern) : undefined
  const texts = node.kind === 'range' ? valuesOf(node) : plain === undefined ? [] : [plain]
  const wrong = texts.find((text) => !NUMERIC.test(text))
  if (wrong !== undefined)
    return { message: `${wrong} is not a number`, hint: `Write it like ${node.field}:>10` }
  return node.kind === 'range' ? problemOfBounds(node) : undefined
}

const NAMES = { number: 'a number', address: 'an address', text: 'a text' } as const

function problemOfBounds(node: Range): Problem | undefined {
  const [low, high] = valuesOf(node).map((value) => ({ value, kind: boundKind(value) }))
  if (low === undefined || high === undefined) return undefined
  // A column of a table may hold times, and `2026` is one as `2026-11` is.
  const isText = low.kind === 'text' || high.kind === 'text'
  if (isText && isTime(low.value) && isTime(high.value)) return undefined
  if (low.kind === high.kind) return problemOfOrder(node, isEmptyRange)
  return {
    message: `${low.value} is ${NAMES[low.kind]}, ${high.value} is ${NAMES[high.kind]}`,
    hint: 'Bounds of a range are of one kind',
  }
}

function problemOfOrder(
  { low, high }: Range,
  isEmpty: (low: Bound, high: Bound) => boolean,
): Problem | undefined {
  if (low === undefined || high === undefined || !isEmpty(low, high)) return undefined
  return {
    message: `Nothing lies between ${low.value} and ${high.value}`,
    hint: 'Write the lower bound first; [ ] take the ends in, { } leave them out',
  }
}

function valuesOf({ low, high }: Range): string[] {
  return [low, high].flatMap((bound) => bound?.value ?? [])
}

function isTime(text: string): boolean {
  return timeSpanOf(text, 0n) !== undefined
}
