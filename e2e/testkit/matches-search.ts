import { RE2JS } from 're2js'
import { parseIp } from '#core/detect/values/parse-ip'
import { columnOf } from '#core/event/columns'
import { type Detection, SEVERITY_LEVELS } from '#core/event/detection'
import type { Event } from '#core/event/event'
import { fieldsOf } from '#core/search/field-aliases'
import type { Bound, Pattern, SearchNode } from '#core/search/search-node'
import { timeSpanOf } from '#core/search/time-span-of'

const LEVELS: readonly string[] = SEVERITY_LEVELS

interface Past {
  /** What `now` means. */
  now: bigint
  detections: readonly Detection[]
}

/** The meaning of a search, said a second time in plain TypeScript to hold the SQL against. */
export function matchesSearch(node: SearchNode, event: Event, past: Past): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((child) => matchesSearch(child, event, past))
    case 'or':
      return node.nodes.some((child) => matchesSearch(child, event, past))
    case 'not':
      return !matchesSearch(node.node, event, past)
    case 'words':
      return prose(event).some((text) => hasWords(node.pattern, text))
    case 'regex':
      if (node.field === undefined) return prose(event).some((text) => isFound(node.regex, text))
      return ofFields({ ...node, field: node.field }, event, past)
    default:
      return ofFields(node, event, past)
  }
}

function ofFields(node: SearchNode & { field: string }, event: Event, past: Past): boolean {
  return fieldsOf(node.field).some((field) => matchesField({ ...node, field }, event, past))
}

function isFound(regex: string, text: string): boolean {
  return RE2JS.compile(regex, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL)
    .matcher(text)
    .find()
}

function matchesField(node: SearchNode & { field: string }, event: Event, past: Past): boolean {
  if (node.field === '@timestamp') return node.kind === 'exists' || isInTime(node, event.time, past.now)
  if (ofDetection(node, event, past)) return true
  switch (node.kind) {
    case 'is':
      if (node.field === 'raw')
        return node.pattern.length === 0 ? event.raw === '' : hasWords(node.pattern, event.raw)
      if (
        node.field === 'message' &&
        typeof event.fields.message === 'string' &&
        event.fields.message !== ''
      ) {
        return node.pattern.length > 0 && hasWords(node.pattern, event.fields.message)
      }
      return valuesOf(event, node.field).some((text) => isValue(node.field, node.pattern, text))
    case 'exists':
      return valuesOf(event, node.field).length > 0
    case 'range':
      return valuesOf(event, node.field).some((text) => inRange(text, node.low, node.high))
    case 'network':
      return valuesOf(event, node.field).some((text) => inNetwork(node.network, text))
    case 'regex':
      return valuesOf(event, node.field).some((text) => isFound(node.regex, text))
    default:
      throw new Error(`No condition on a field: ${node.kind}`)
  }
}

function isInTime(node: SearchNode, time: bigint, now: bigint): boolean {
  const spanOf = (text: string) => timeSpanOf(text, now) ?? { from: 0n, to: 0n }
  if (node.kind === 'is') {
    const { from, to } = spanOf(textOf(node.pattern))
    return time >= from && time < to
  }
  if (node.kind !== 'range') return false
  const { low, high } = node
  const above = low === undefined || time >= spanOf(low.value)[low.inclusive ? 'from' : 'to']
  return above && (high === undefined || time < spanOf(high.value)[high.inclusive ? 'to' : 'from'])
}

function ofDetection(node: SearchNode & { field: string }, event: Event, { detections }: Past): boolean {
  return detections.some((detection) => {
    if (detection.eventId !== event.eventId) return false
    const texts = detectionTexts(node.field, detection)
    switch (node.kind) {
      case 'is':
        return texts.some((text) => isValue(node.field, node.pattern, text))
      case 'exists':
        return texts.length > 0
      case 'range': {
        if (node.field !== 'rule.level') return texts.some((text) => inRange(text, node.low, node.high))
        const rank = (level: string) => LEVELS.indexOf(level)
        const bound = (end: Bound | undefined) => end && { ...end, value: String(rank(end.value)) }
        return inRange(String(rank(detection.level)), bound(node.low), bound(node.high))
      }
      case 'network':
        return texts.some((text) => inNetwork(node.network, text))
      case 'regex':
        return texts.some((text) => isFound(node.regex, text))
      default:
        return false
    }
  })
}

function detectionTexts(field: string, detection: Detection): readonly string[] {
  if (field === 'rule.name') return [detection.ruleTitle]
  if (field === 'rule.id') return [detection.ruleId]
  if (field === 'rule.level') return [detection.level]
  return field.startsWith('threat.t') ? detection.attack : []
}

function prose(event: Event): string[] {
  const { message } = event.fields
  return typeof message === 'string' ? [event.raw, message] : [event.raw]
}

/** The values that a search sees in a field of the event. */
export function valuesOf(event: Event, field: string): string[] {
  if (field === 'raw') return [event.raw]
  if (field === 'nightjar.parser') return [event.parser]
  const value = event.fields[field]
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
}

function isAscii(text: string): boolean {
  return [...text].every((character) => (character.codePointAt(0) ?? 0) < 0x80)
}

function foldFor(search: string, text: string): string {
  return isAscii(search) ? text.replace(/[A-Z]/g, (capital) => capital.toLowerCase()) : text.toLowerCase()
}

function textOf(pattern: Pattern): string {
  return pattern.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

function toRegex(pattern: Pattern, any: string, one: string): string {
  const body = pattern.map((part) => {
    if (part === '*') return any
    return part === '?' ? one : foldFor(textOf(pattern), part.text).replace(/[\\^$.|?*+()[\]{}/]/g, '\\$&')
  })
  return body.join('')
}

function isValue(field: string, pattern: Pattern, text: string): boolean {
  const isPlain = pattern.every((part) => typeof part === 'object')
  const wanted = textOf(pattern)
  const [left, right] = [parseIp(wanted), parseIp(text)]
  if (columnOf(field)?.type === 'ip' && isPlain && left && right && text !== '::')
    return left.join() === right.join()
  return new RegExp(`^${toRegex(pattern, '[^]*', '[^]')}$`, 'u').test(foldFor(wanted, text))
}

const WORD = '[0-9A-Za-z\\u{80}-\\u{10ffff}]'

function hasWords(pattern: Pattern, text: string): boolean {
  const wanted = textOf(pattern)
  const isWord = (part: Pattern[number] | undefined, at: number) =>
    typeof part === 'object' && new RegExp(WORD, 'u').test([...part.text].at(at) ?? '')
  const before = isWord(pattern[0], 0) ? `(?<!${WORD})` : ''
  const after = isWord(pattern.at(-1), -1) ? `(?!${WORD})` : ''
  const body = toRegex(pattern, '[^\\t\\n\\f\\r ]*', '[^\\t\\n\\f\\r ]')
  return new RegExp(`${before}${body}${after}`, 'u').test(foldFor(wanted, text))
}

function inRange(text: string, low: Bound | undefined, high: Bound | undefined): boolean {
  const compare = comparisonFor([low, high].flatMap((bound) => bound?.value ?? []))
  const [toLow, toHigh] = [low, high].map((bound) => (bound ? compare(text, bound.value) : 0))
  if (toLow === undefined || toHigh === undefined) return false
  const above = low === undefined || (low.inclusive ? toLow >= 0 : toLow > 0)
  return above && (high === undefined || (high.inclusive ? toHigh <= 0 : toHigh < 0))
}

/** Undefined of a text that is not of the kind that the bounds are. */
function comparisonFor(bounds: readonly string[]): (text: string, bound: string) => number | undefined {
  const isNumber = (value: string) => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)
  const bitsOf = (ip: string) => parseIp(ip)?.map((group) => String(group).padStart(5, '0'))
  if (bounds.every(isNumber))
    return (text, bound) => (isNumber(text) ? Number(text) - Number(bound) : undefined)
  if (bounds.every(bitsOf))
    return (text, bound) =>
      text === '::' ? undefined : order(bitsOf(text)?.join(), bitsOf(bound)?.join() ?? '')
  return (text, bound) => order(foldFor(bound, text), foldFor(bound, bound))
}

function order(left: string | undefined, right: string): number | undefined {
  return left === undefined ? undefined : Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function inNetwork(network: string, text: string): boolean {
  const [address = '', length] = network.split('/')
  const bits = (ip: string) =>
    parseIp(ip)
      ?.map((group) => group.toString(2).padStart(16, '0'))
      .join('')
  const isV6 = address.includes(':')
  if (isV6 !== text.includes(':') || text === '::') return false
  const prefix = Number(length) + (isV6 ? 0 : 96)
  return bits(text) !== undefined && bits(text)?.slice(0, prefix) === bits(address)?.slice(0, prefix)
}
