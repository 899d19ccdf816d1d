import { isIp } from '../text/is-ip.ts'
import { ZEEK_DEFAULTS, type ZeekHeader } from './zeek-header.ts'
import { ZEEK_LOGS, type ZeekLog } from './zeek-logs.ts'

const NUMBER = /^-?\d{1,20}(?:\.\d{1,12})?(?:e[-+]\d{1,3})?$/
const TIME = /^-?\d{1,12}\.\d{6}$/
const INTEGER = /^-?\d{1,20}$/
const COUNT = /^\d{1,20}$/
const UID = /^C[A-Za-z0-9]{8,24}$/
const FUID = /^F[A-Za-z0-9]{8,24}$/
const WORD = /^[A-Z][A-Z0-9_]{0,31}$/
const SCOPED = /^[A-Za-z]\w{0,40}::\w{1,60}$/
const HEX = /^(?:0x)?[\da-f]{2,64}$/
const PROTOS: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', 'unknown_transport'])

const firstOf = (list: string): string => {
  const comma = list.indexOf(',')
  return comma < 0 ? list : list.slice(0, comma)
}

const TESTS: Readonly<Record<string, (value: string) => boolean>> = {
  time: (value) => TIME.test(value),
  interval: (value) => NUMBER.test(value),
  double: (value) => NUMBER.test(value),
  count: (value) => COUNT.test(value),
  int: (value) => INTEGER.test(value),
  digits: (value) => COUNT.test(value),
  port: (value) => COUNT.test(value) && value.length <= 5,
  addr: isIp,
  bool: (value) => value === 'T' || value === 'F',
  uid: (value) => UID.test(value),
  fuid: (value) => FUID.test(value),
  word: (value) => WORD.test(value),
  scoped: (value) => SCOPED.test(value),
  hex: (value) => HEX.test(value),
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
