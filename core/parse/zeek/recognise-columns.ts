import { isIp } from '../text/is-ip.ts'
import { ZEEK_DEFAULTS, type ZeekHeader } from './zeek-header.ts'
import { ZEEK_LOGS, type ZeekLog } from './zeek-logs.ts'

const NUMBER = /^-?\d{1,20}(?:\.\d{1,12})?(?:e[-+]\d{1,3})?$/
const SCOPED = /^[A-Za-z]\w{0,40}::\w{1,60}$/
const PROTOS: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'unknown_transport'])

const MINUS = 0x2d
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

/** Whether from `start` on there are `least` to `most` characters, all of some kinds. */
function isOf(text: string, kinds: number, start: number, least: number, most: number): boolean {
  const length = text.length - start
  if (length < least || length > most) return false
  for (let i = start; i < text.length; i++) if (((KINDS[text.charCodeAt(i)] ?? 0) & kinds) === 0) return false
  return true
}

const signEnd = (text: string): number => (text.charCodeAt(0) === MINUS ? 1 : 0)
const isCount = (text: string): boolean => isOf(text, DIGIT, 0, 1, 20)

/** `1773144000.250001` */
function isTime(text: string): boolean {
  const start = signEnd(text)
  const point = text.length - 7
  if (point <= start || point - start > 12 || text.charCodeAt(point) !== 0x2e) return false
  for (let i = start; i < text.length; i++)
    if (i !== point && ((KINDS[text.charCodeAt(i)] ?? 0) & DIGIT) === 0) return false
  return true
}

/** `CHhAvVGS1DHFjwGM9` of a connection, `F...` of a file. */
const isId = (text: string, first: number): boolean =>
  text.charCodeAt(0) === first && isOf(text, WORD, 1, 8, 24)

const firstOf = (list: string): string => {
  const comma = list.indexOf(',')
  return comma < 0 ? list : list.slice(0, comma)
}

const TESTS: Readonly<Record<string, (value: string) => boolean>> = {
  time: isTime,
  interval: (value) => NUMBER.test(value),
  double: (value) => NUMBER.test(value),
  count: isCount,
  int: (value) => isOf(value, DIGIT, signEnd(value), 1, 20),
  digits: isCount,
  port: (value) => isOf(value, DIGIT, 0, 1, 5),
  addr: isIp,
  bool: (value) => value === 'T' || value === 'F',
  uid: (value) => isId(value, 0x43),
  fuid: (value) => isId(value, 0x46),
  word: (value) =>
    ((KINDS[value.charCodeAt(0)] ?? 0) & UPPER) !== 0 && isOf(value, UPPER | DIGIT | UNDERSCORE, 1, 0, 31),
  scoped: (value) => SCOPED.test(value),
  hex: (value) => isOf(value, LOWER_HEX, value.startsWith('0x') ? 2 : 0, 2, 64),
  proto: (value) => PROTOS.has(value),
  'set[addr]': (value) => value === '(empty)' || isIp(firstOf(value)),
  'set[scoped]': (value) => value === '(empty)' || SCOPED.test(firstOf(value)),
}

interface Check {
  at: number
  required: boolean
  test: ((value: string) => boolean) | undefined
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

function fits({ checks }: Shape, columns: readonly string[]): boolean {
  for (const { at, required, test } of checks) {
    const value = columns[at] ?? ''
    if (value === '-') {
      if (required) return false
    } else if (test !== undefined && !test(value)) return false
  }
  return true
}

/** @returns the header of the one log that a line without header can be of, undefined where several or none can */
export function recogniseColumns(columns: readonly string[]): ZeekHeader | undefined {
  let found: Shape | undefined
  for (const shape of SHAPES.get(columns.length) ?? []) {
    if (!fits(shape, columns)) continue
    if (found !== undefined) return undefined
    found = shape
  }
  return found?.header
}
