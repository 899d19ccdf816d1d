import { expect, it } from 'vitest'
import { recentFirst } from './recent-tenants.ts'

it('puts the recent ones first, in their order, and leaves the others in theirs', () => {
  const tenants = ['a', 'b', 'c', 'd'].map((slug) => ({ slug }))
  expect(recentFirst(tenants, ['c', 'gone', 'a']).map(({ slug }) => slug)).toEqual(['c', 'a', 'b', 'd'])
})
