import { expect, it } from 'vitest'
import { createQueryBudget } from './query-budget.ts'

it('allows as many statements as it says', () => {
  const budget = createQueryBudget(2)
  budget.spend()
  budget.spend()
  expect(() => budget.spend()).toThrow(
    expect.objectContaining({ code: 'QUERY_TOO_EXPENSIVE', details: { limit: 2 } }),
  )
})
