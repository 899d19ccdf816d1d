import { expect, it } from 'vitest'
import type { Fields } from '../../event/event.ts'
import { text } from './field-setters.ts'
import { setPairs } from './set-pairs.ts'

const setters = { user: text('user.name') }
const set = (pairs: readonly (readonly [string, string])[], prefix = 'gate') => {
  const fields: Fields = {}
  setPairs(fields, prefix, pairs, setters)
  return fields
}

it('writes by setters, else under the prefix', () => {
  const pairs = [
    ['user', 'anna'],
    ['door', '4'],
    ['empty', ''],
  ] as const
  expect(set(pairs)).toEqual({ 'user.name': 'anna', 'gate.door': '4' })
  expect(set(pairs, 'hall')).toEqual({ 'user.name': 'anna', 'hall.door': '4' })
})

it('leaves names that are none, and those of every object', () => {
  expect(
    set([
      ['a b', '1'],
      ['x'.repeat(65), '2'],
      ['constructor', '3'],
    ]),
  ).toEqual({ 'gate.constructor': '3' })
})

it('remembers a bounded number of names', () => {
  for (let i = 0; i < 5_000; i++) expect(set([[`n${i}`, 'v']])).toEqual({ [`gate.n${i}`]: 'v' })
})
