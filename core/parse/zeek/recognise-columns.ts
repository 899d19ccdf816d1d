import { isIp, isIpAt } from '../text/is-ip.ts'
import { type Columns, countOf } from './cut-columns.ts'
import { ZEEK_DEFAULTS, type ZeekHeader } from './zeek-header.ts'
import { ZEEK_LOGS, type ZeekLog } from './zeek-logs.ts'

const NUMBER = /^-?\d{1,20}(?:\.\d{1,12})?(?:e[-+]\d{1,3})?$/
const SCOPED = /^[A-Za-z]\w{0,40}::\w{1,60}$/
const PROTOS: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'unknown_transport'])

const MINUS = 0x2d
const POINT = 0x2e
const DIGIT = 1
const LOWER_HEX = 2
const LOWER = 4
const UPPER = 8
const UNDERSCORE = 16
const WORD = DIGIT | LOWER | UPPER

/** What each ASCII character is one of. Most columns are told by that and their length, far cheaper than by a pattern. */
const KINDS = new Uint8Array(128)
for (const [kind, pattern] of [
  [DIGIT, /\d/],
  [LOWER_HEX, /[\da-f]/],
  [LOWER, /[a-z]/],
  [UPPER, /[A-Z]/],
  [UNDERSCORE, /_/],
] as const)
  for (let code = 0; code < 128; code++)
    if (pattern.test(String.fromCharCode(code))) KINDS[code] = (KINDS[code] ?? 0) | kind

/** Whether there are `least` to `most` characters between `start` and `end`, all of some kinds. */
function isOf(text: string, kinds: number, start: number, end: number, least: number, most: number): boolean {
  if (end - start < least || end - start > most) return false
  for (let i = start; i < end; i++) if (((KINDS[text.charCodeAt(i)] ?? 0) & kinds) === 0) return false
  return true
}

/** Whether the value between `start` and `end` looks like one of a type. */
type Test = (text: string, start: number, end: number) => boolean

const signEnd = (text: string, start: number): number =>
  text.charCodeAt(start) === MINUS ? start + 1 : start

const isCount: Test = (text, start, end) => isOf(text, DIGIT, start, end, 1, 20)

/** `1773144000.250001` */
const isTime: Test = (text, start, end) => {
  const first = signEnd(text, start)
  const point = end - 7
  if (point <= first || point - first > 12 || text.charCodeAt(point) !== POINT) return false
  return isOf(text, DIGIT, first, point, 1, 12) && isOf(text, DIGIT, point + 1, end, 6, 6)
}

/** `CHhAvVGS1DHFjwGM9` of a connection, `F...` of a file. */
const isId =
  (first: number): Test =>
  (text, start, end) =>
    text.charCodeAt(start) === first && isOf(text, WORD, start + 1, end, 8, 24)

/** Of the texts of values, where a look at their characters is not enough. */
const textTest =
  (test: (value: string) => boolean): Test =>
  (text, start, end) =>
    test(text.slice(start, end))

/** `0.000390`; the pattern is for what has an exponent. */
const isNumber: Test = (text, start, end) => {
  const first = signEnd(text, start)
  let at = first
  while (at < end && isOf(text, DIGIT, at, at + 1, 1, 1)) at++
  if (at > first && at - first <= 20) {
    if (at === end) return true
    if (text.charCodeAt(at) === POINT && isOf(text, DIGIT, at + 1, end, 1, 12)) return true
  }
  return NUMBER.test(text.slice(start, end))
}

const firstOf = (list: string): string => {
  const comma = list.indexOf(',')
  return comma < 0 ? list : list.slice(0, comma)
}

const TESTS: Readonly<Record<string, Test>> = {
  time: isTime,
  interval: isNumber,
  double: isNumber,
  count: isCount,
  int: (text, start, end) => isOf(text, DIGIT, signEnd(text, start), end, 1, 20),
  digits: isCount,
  port: (text, start, end) => isOf(text, DIGIT, start, end, 1, 5),
  addr: isIpAt,
  bool: (text, start, end) =>
    end - start === 1 && (text.charCodeAt(start) === 0x54 || text.charCodeAt(start) === 0x46),
  uid: isId(0x43),
  fuid: isId(0x46),
  word: (text, start, end) =>
    ((KINDS[text.charCodeAt(start)] ?? 0) & UPPER) !== 0 &&
    isOf(text, UPPER | DIGIT | UNDERSCORE, start + 1, end, 0, 31),
  scoped: textTest((value) => SCOPED.test(value)),
  hex: (text, start, end) =>
    isOf(text, LOWER_HEX, text.startsWith('0x', start) ? start + 2 : start, end, 2, 64),
  proto: textTest((value) => PROTOS.has(value)),
  'set[addr]': textTest((value) => value === '(empty)' || isIp(firstOf(value))),
  'set[scoped]': textTest((value) => value === '(empty)' || SCOPED.test(firstOf(value))),
}

interface Check {
  at: number
  required: boolean
  test: Test | undefined
}

interface Shape {
  header: ZeekHeader
  checks: readonly Check[]
}

function shapeOf(log: ZeekLog): Shape {
  const checks = log.types.map((type, at) => ({ at, required: log.required.has(at), test: TESTS[type] }))
  return {
    header: { ...ZEEK_DEFAULTS, path: log.path, fields: log.fields, types: log.types },
    checks: checks.filter(({ required, test }) => required || test !== undefined),
  }
}

const SHAPES: ReadonlyMap<number, readonly Shape[]> = new Map(
  [...ZEEK_LOGS].map(([count, logs]) => [count, logs.map(shapeOf)]),
)

function fits({ checks }: Shape, { text, bounds }: Columns): boolean {
  for (const { at, required, test } of checks) {
    const start = bounds[2 * at] ?? 0
    const end = bounds[2 * at + 1] ?? 0
    if (end - start === 1 && text.charCodeAt(start) === MINUS) {
      if (required) return false
    } else if (test !== undefined && !test(text, start, end)) return false
  }
  return true
}

/** @returns the header of the one log that a line without header can be of, undefined where several or none can */
export function recogniseColumns(columns: Columns): ZeekHeader | undefined {
  let found: Shape | undefined
  for (const shape of SHAPES.get(countOf(columns)) ?? []) {
    if (!fits(shape, columns)) continue
    if (found !== undefined) return undefined
    found = shape
  }
  return found?.header
}
