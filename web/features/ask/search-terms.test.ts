import { describe, expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import {
  joinTerms,
  looseOf,
  negateTerm,
  readTerms,
  setFilter,
  withoutField,
  withoutNot,
} from './search-terms.ts'
import { stateOfValue } from './state-of-value.ts'

const NASTY = [
  'root',
  'and',
  'NOT',
  'a b',
  'say "x"',
  'C:\\Temp\\',
  '*',
  '(odd',
  '10.0.0.0/8',
  '/x/',
  '',
  'ünï',
]

describe('setFilter', () => {
  it.each([
    ['', 'in', 'user.name:eve'],
    ['', 'out', 'not user.name:eve'],
    ['failed', 'in', 'failed and user.name:eve'],
    ['a or b', 'in', '(a or b) and user.name:eve'],
    ['(a or b)', 'out', '(a or b) and not user.name:eve'],
    ['user.name:bob', 'in', 'user.name:(bob or eve)'],
    ['user.name:(bob or eve) and x', 'off', 'user.name:bob and x'],
    ['user.name:eve', 'off', ''],
    ['user.name:eve', 'out', 'not user.name:eve'],
    ['not user.name:(bob or eve)', 'in', 'not user.name:bob and user.name:eve'],
    ['user.name:(bob or ann) and not user.name:eve', 'only', 'user.name:eve'],
    ['not user.name:bob', 'out', 'not user.name:(bob or eve)'],
    ['message:"x and y" and user.name:bob', 'in', 'message:"x and y" and user.name:(bob or eve)'],
    ['user.name:b* and x', 'in', 'user.name:b* and x and user.name:eve'],
    ['a or b and user.name:bob', 'in', '(a or b and user.name:bob) and user.name:eve'],
  ] as const)('%j, %s', (query, state, after) => {
    expect(setFilter(query, 'user.name', 'eve', state)).toBe(after)
  })

  it.each(NASTY)('takes %j in, finds it, and takes it out again', (value) => {
    const before = 'one and host.name:db'
    const within = setFilter(before, 'user.name', value, 'in')
    expect(stateOfValue(readTerms(within), 'user.name', value)).toBe('in')
    const without = setFilter(within, 'user.name', value, 'out')
    expect(stateOfValue(readTerms(without), 'user.name', value)).toBe('out')
    expect(parseSearch(without).ok).toBe(true)
    expect(setFilter(without, 'user.name', value, 'off')).toBe(before)
  })
})

it('leaves a field out', () => {
  expect(withoutField('a and user.name:(x or y) and not user.name:z', 'user.name')).toBe('a')
  expect(withoutField('user.name:x or b', 'user.name')).toBe('user.name:x or b')
})

describe('readTerms', () => {
  it('takes apart only what the grammar joins there', () => {
    expect(readTerms('a and b').map(({ text }) => text)).toEqual(['a', 'b'])
    expect(readTerms('a or b and c').map(({ text }) => text)).toEqual(['a or b and c'])
    expect(readTerms('(a and b) and "c and d"').map(({ text }) => text)).toEqual(['(a and b)', '"c and d"'])
    expect(readTerms('/x and y/').map(({ text }) => text)).toEqual(['/x and y/'])
    expect(readTerms('user.name:(')).toHaveLength(1)
    expect(readTerms('  ')).toEqual([])
  })

  it('is bounded on hostile text', () => {
    for (const text of ['('.repeat(9_000), ' '.repeat(9_999), 'a and '.repeat(1_600), '"'.repeat(9_000)])
      expect(readTerms(text).length).toBeLessThanOrEqual(300)
  })
})

describe('negateTerm', () => {
  it.each([
    ['user.name:bob', 'not user.name:bob'],
    ['not user.name:bob', 'user.name:bob'],
    ['NOT (a or b)', '(a or b)'],
    ['(a or b)', 'not (a or b)'],
    ['a or b', 'not (a or b)'],
    ['not a or b', 'not (not a or b)'],
    ['user.name:(bob or eve)', 'not user.name:(bob or eve)'],
    ['"not a"', 'not "not a"'],
    ['nothing', 'not nothing'],
  ])('%s', (text, opposite) => {
    expect(negateTerm(text)).toBe(opposite)
    const [one, other] = [text, opposite].map((each) => parseSearch(each))
    expect([one?.ok, other?.ok]).toEqual([true, true])
  })

  it('done twice means the same again', () => {
    for (const word of NASTY) {
      const term = setFilter('', 'user.name', word, 'in')
      const twice = negateTerm(negateTerm(term))
      expect(parseSearch(twice)).toEqual(parseSearch(term))
      expect(withoutNot(negateTerm(term))).toBe(term)
    }
  })
})

it('joinTerms puts a query together again as it was', () => {
  for (const query of ['a and b', '(a or b) and c', 'not a and user.name:"x and y"', 'a or b', ''])
    expect(joinTerms(readTerms(query).map(({ text }) => ({ text, loose: looseOf(text) })))).toBe(query)
})
