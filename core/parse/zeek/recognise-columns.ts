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
}

function fits(log: ZeekLog, columns: readonly string[]): boolean {
  for (let i = 0; i < columns.length; i++) {
    const value = columns[i] ?? ''
    if (value === '-') {
      if (log.required.has(i)) return false
      continue
    }
    const type = log.types[i] ?? ''
    const test = TESTS[type]
    if (test !== undefined && !test(value)) return false
    if (type === 'set[addr]' && value !== '(empty)' && !isIp(value.split(',', 1)[0] ?? '')) return false
    if (type === 'set[scoped]' && value !== '(empty)' && !SCOPED.test(value.split(',', 1)[0] ?? ''))
      return false
  }
  return true
}

/** @returns the header of the one log that a line without header can be of, undefined where several or none can */
export function recogniseColumns(columns: readonly string[]): ZeekHeader | undefined {
  let found: ZeekLog | undefined
  for (const log of ZEEK_LOGS.get(columns.length) ?? []) {
    if (!fits(log, columns)) continue
    if (found !== undefined) return undefined
    found = log
  }
  return found && { ...ZEEK_DEFAULTS, ...found }
}
