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

function parse(text: string) {
  const failures: { offset: number; message: string }[] = []
  const fail = (offset: number, message: string) => failures.push({ offset, message })
  return { condition: parseCondition(text, selections, fail), failures }
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
  const { condition, failures } = parse(text)
  expect(failures).toEqual([])
  expect(condition && print(condition)).toBe(tree)
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
  ['1 of', 4, 'needs names'],
  ['a AND b', 2, "'AND' is not an operator"],
  ['1 OF sel_*', 2, "'OF' is not an operator"],
  ['1 of THEM', 5, "like 'THEM'"],
])('refuses "%s" at %i', (text, offset, message) => {
  expect(parse(text).failures).toEqual([{ offset, message: expect.stringContaining(message) }])
})

test('names every unknown selection', () => {
  expect(parse('a and x or not (y or 1 of z*)').failures.map(({ offset }) => offset)).toEqual([6, 16, 26])
})

test('nesting is bounded', () => {
  expect(parse(`${'('.repeat(100_000)}a`).failures[0]?.message).toMatch(/too (long|deep)/)
  expect(parse(`${'not '.repeat(1_000)}a`).failures[0]?.message).toContain('too deep')
})
