import { expect, test } from 'vitest'
import type { Condition } from './condition.ts'
import { parseCondition } from './parse-condition.ts'

const names = ['a', 'b', 'c', 'notepad', 'all', 'sel_x', 'sel_y', '_hidden', 'a-b']
const selections = new Map<string, Condition>(names.map((name) => [name, { kind: 'any', of: [] }]))

function print(condition: Condition): string {
  if (condition.kind === 'selection') return condition.name
  if (condition.kind === 'not') return `!${print(condition.of)}`
  if (condition.kind === 'test') return 'test'
  return `(${condition.of.map(print).join(condition.kind === 'all' ? '&' : '|')})`
}

test.each([
  ['a or b and c', '(a|(b&c))'],
  ['not a or b', '(!a|b)'],
  ['not not a', '!!a'],
  ['(a or b) and not (b or c)', '((a|b)&!(b|c))'],
  ['1 of sel_*', '(sel_x|sel_y)'],
  ['any of sel_* and a', '((sel_x|sel_y)&a)'],
  ['not all of sel_*', '!(sel_x&sel_y)'],
  ['1 of *_y', 'sel_y'],
  ['all of _h*', '_hidden'],
  ['1 of them', '(a|b|c|notepad|all|sel_x|sel_y|a-b)'],
  ['notepad and all', '(notepad&all)'],
  ['a-b', 'a-b'],
  ['1 of a', 'a'],
])('%s', (text, tree) => {
  expect(print(parseCondition(text, selections))).toBe(tree)
})

test.each([
  ['', 0, 'ends too early'],
  ['a and', 5, 'ends too early'],
  ['a b', 2, "unexpected 'b'"],
  ['(a', 0, 'not closed'],
  ['a)', 1, "unexpected ')'"],
  ['a and zzz', 6, "named 'zzz'"],
  ['1 of zzz*', 5, "like 'zzz*'"],
  ['2 of sel_*', 0, "quantifier '2'"],
  ['NOT a', 0, "'NOT' is not an operator"],
  ['a | count()', 2, 'aggregations'],
  ['1 of', 4, 'needs names'],
])('refuses "%s" at %i', (text, offset, message) => {
  expect(() => parseCondition(text, selections)).toThrow(message)
  try {
    parseCondition(text, selections)
  } catch (error) {
    expect(error).toHaveProperty('offset', offset)
  }
})

test('nesting is bounded', () => {
  expect(() => parseCondition(`${'('.repeat(100_000)}a`, selections)).toThrow(/too (long|deep)/)
  expect(() => parseCondition(`${'not '.repeat(1_000)}a`, selections)).toThrow('too deep')
})
