import { expect, it } from 'vitest'
import { queriesOf, rememberQuery } from './query-bar-history.ts'

it('keeps the queries of a scope apart, the latest first, each once', () => {
  for (const query of ['a', 'b', '', 'a']) rememberQuery('/t/one', query)
  rememberQuery('/t/two', 'c')
  expect(queriesOf('/t/one')).toEqual(['a', 'b'])
  expect(queriesOf('/t/two')).toEqual(['c'])
  expect(queriesOf('constructor')).toEqual([])
})

it('keeps so many', () => {
  for (let n = 0; n < 80; n++) rememberQuery('/t/many', `q${n}`)
  expect(queriesOf('/t/many')).toHaveLength(50)
  expect(queriesOf('/t/many')[0]).toBe('q79')
})
