import { pick, type Random } from './pick.ts'

const NAMES = [
  '__proto__',
  'constructor',
  'length',
  'toString',
  '',
  'a.b',
  '@timestamp',
  'message',
  '0',
] as const

/** Texts of JSON, since `__proto__` and 1e400 do not survive being written by JSON.stringify. */
const VALUES = [
  ...['null', 'true', '""', '" "', '0', '-1', '1.5', '1e400', '-1e-9', '12345678901234567890', '[]', '{}'],
  ...['[null]', '[[]]', '[{}]', '[1,"a",null]', '{"a":null}', '{"__proto__":1}', '{"":{"":""}}', '"\\ud800"'],
  ...['"\\u0000"', '"2026-03-10T12:00:00Z"', '"::1"', '"-"', '"{\\"a\\":1}"', '[{"name":"a","value":[]}]'],
  ...[
    '{"toString":1,"valueOf":1}',
    '[{"toString":1,"valueOf":1}]',
    '{"length":9,"0":{}}',
    '{"name":{},"value":{}}',
    '[["a","b"],["c"]]',
    '"<Event>"',
    '"a=b c=\\"d"',
  ],
] as const

/** Of a line of JSON somewhere a value, or a name, that its parser does not expect; other lines stay as they are. */
export function mutateJson(line: string, random: Random): string {
  const start = line.indexOf('{')
  if (start < 0) return line
  let whole: unknown
  try {
    whole = JSON.parse(line.slice(start))
  } catch {
    return line
  }
  return line.slice(0, start) + write(whole, random, Math.floor(random() * sizeOf(whole)))
}

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 1)
}

/** @param target which of the values, counted as they are written, becomes another */
function write(whole: unknown, random: Random, target: number): string {
  let count = 0
  function one(value: unknown, depth: number): string {
    if (count++ === target && depth > 0) return pick(random, VALUES)
    if (Array.isArray(value)) return `[${value.map((part) => one(part, depth + 1)).join()}]`
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const members = Object.entries(value).map(
      ([name, part]) => `${JSON.stringify(nameOf(name))}:${one(part, depth + 1)}`,
    )
    if (random() < 0.02) members.push(`${JSON.stringify(pick(random, NAMES))}:${pick(random, VALUES)}`)
    return `{${members.join()}}`
  }
  const nameOf = (name: string): string => (random() < 0.01 ? pick(random, NAMES) : name)
  return one(whole, 0)
}
