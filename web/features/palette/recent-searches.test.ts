import { expect, it } from 'vitest'
import { noteSearch, recentSearches } from './recent-searches.ts'

it('keeps the latest of each tenant by itself, each query once', () => {
  for (const query of ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g'])
    noteSearch('ours', { query, range: undefined })
  noteSearch('theirs', { query: 'x', range: '1h' })
  expect(recentSearches('ours').map(({ query }) => query)).toEqual(['g', 'f', 'e', 'd', 'a', 'c'])
  expect(recentSearches('theirs')).toEqual([{ query: 'x', range: '1h' }])
  expect(recentSearches('nobody')).toEqual([])
})
