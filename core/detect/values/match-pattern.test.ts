import { expect, test } from 'vitest'
import { parseTextPattern, printTextPattern } from '../rule/text-pattern.ts'
import { matchPattern } from './match-pattern.ts'

const matches = (written: string, text: string) => matchPattern(parseTextPattern(written))(text)

test.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['a*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*c', 'acb', false],
  ['a?c', 'ac', false],
  ['a?c', 'abc', true],
  ['?', '😀', true],
  ['a*?', 'a', false],
  ['*?😀', 'x😀', true],
  ['*ab*ab', 'ab', false],
  ['*ab*ab', 'abab', true],
  ['ab*ba', 'aba', false],
  ['*a?b*c?', 'xxaXbyycZ', true],
  ['*?', '', false],
  ['??', 'a😀', true],
])('%s against "%s"', (written, text, expected) => {
  expect(matches(written, text)).toBe(expected)
})

/** Straight from the definition, by trying everything. */
function naive(pattern: readonly (string | number)[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return text.length === 0
  if (first === 0)
    return Array.from({ length: text.length + 1 }, (_, i) => i).some((i) => naive(rest, text.slice(i)))
  if (first === 1) return text.length > 0 && naive(rest, text.slice(1))
  const literal = [...String(first)]
  return literal.every((character, i) => text[i] === character) && naive(rest, text.slice(literal.length))
}

test('agrees with the definition on all short patterns and texts', () => {
  const words = (alphabet: string[], length: number): string[] =>
    length === 0 ? [''] : words(alphabet, length - 1).flatMap((word) => alphabet.map((one) => word + one))
  const texts = [0, 1, 2, 3, 4].flatMap((length) => words(['a', 'b', '😀'], length))
  for (const written of [1, 2, 3, 4].flatMap((length) => words(['a', 'b', '*', '?'], length))) {
    const pattern = parseTextPattern(written)
    const compiled = matchPattern(pattern)
    for (const text of texts) {
      if (compiled(text) !== naive(pattern, [...text])) expect.fail(`${written} against ${text}`)
    }
  }
})

test('many wildcards against a long text that almost matches end in bounded steps', () => {
  expect(matches(`${'a*'.repeat(50)}b`, 'a'.repeat(50_000))).toBe(false)
})

test.each(['C:\\Users\\\\*\\x', 'a\\*b', 'a\\\\\\*b', '\\\\\\\\server', 'x\\', '*\\?*', 'C:\\Temp\\\\*'])(
  'printing %s keeps its meaning',
  (written) => {
    const pattern = parseTextPattern(written)
    expect(parseTextPattern(printTextPattern(pattern))).toEqual(pattern)
  },
)
