import type { Comparison } from '../rule/condition.ts'

export const SIGNS: Readonly<Record<Comparison, string>> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' }

/** What JavaScript's `\s` and `trim` take for space, for RE2. */
export const SPACE =
  '[\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]'

const NUMBER = `^${SPACE}*([+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][+-]?[0-9]+)?)${SPACE}*$`

/** What a text says as a number, `Nullable(Float64)`: the same texts that the live matcher takes for numbers. */
export function numberOf(text: string, bind: (type: 'String', value: string) => string): string {
  return `if(lengthUTF8(${text}) <= 64, toFloat64OrNull(extract(${text}, ${bind('String', NUMBER)})), NULL)`
}
