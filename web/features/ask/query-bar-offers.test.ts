import { expect, it } from 'vitest'
import { completeSearch } from '#core/search/complete-search'
import { offersOf, offersOfHistory } from './query-bar-offers.ts'

function offers(text: string, values: { value: string; count: number }[] = []) {
  return offersOf(text, completeSearch(text, text.length), values)
}

it('offers a field, then its values with their counts, then goes on', () => {
  expect(offers('user.na').find(({ text }) => text === 'user.name:')).toMatchObject({
    taken: 'user.name:',
    cursor: 10,
    goesOn: true,
  })
  const [first] = offers('a and user.name:', [{ value: 'NT AUTHORITY\\SYSTEM', count: 1200 }])
  expect(first).toMatchObject({
    text: 'NT AUTHORITY\\SYSTEM',
    hint: '1\u2009200',
    taken: 'a and user.name:"NT AUTHORITY\\\\SYSTEM" ',
    goesOn: false,
  })
})

it('offers each once', () => {
  const texts = offers('').map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
})

it('leaves out values that begin otherwise, and what is there already', () => {
  expect(offers('user.name:ro', [{ value: 'eve', count: 1 }])).toEqual([])
  expect(offers('user.name:root', [{ value: 'root', count: 1 }])).toEqual([])
})

it('finds earlier queries by a part of them', () => {
  expect(offersOfHistory(['user.name:eve', 'failed'], 'EVE').map(({ taken }) => taken)).toEqual([
    'user.name:eve',
  ])
})
