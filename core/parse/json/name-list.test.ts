import { expect, it } from 'vitest'
import { nameListOf } from './name-list.ts'

it('is one for all objects with the same names in the same order', () => {
  const list = nameListOf({ a: 1, b: { c: 2 } })
  expect(list.names).toEqual(['a', 'b'])
  expect(nameListOf({ a: 'x', b: null })).toBe(list)
  for (const other of [{ b: 1, a: 1 }, { a: 1 }, { a: 1, b: 1, c: 1 }, {}])
    expect(nameListOf(other)).not.toBe(list)
  expect(nameListOf({ a: 1, b: 1 })).toBe(list)
})

it('takes names for nothing but names', () => {
  const json = JSON.parse('{"__proto__":1,"constructor":2,"":3,"7":4}')
  expect(nameListOf(json).names).toEqual(Object.keys(json))
})

it('keeps neither long names nor many, and forgets all when there were too many', () => {
  const list = nameListOf({ kept: 1 })
  const long = { ['n'.repeat(101)]: 1 }
  expect(nameListOf(long)).not.toBe(nameListOf(long))
  expect(nameListOf(long)).toEqual(nameListOf(long))
  for (let i = 0; i < 25_000; i++) nameListOf({ [`made${i}`]: 1 })
  expect(nameListOf({ kept: 1 })).not.toBe(list)
  expect(nameListOf({ kept: 1 })).toEqual(list)
})
