import { DetailedError } from '#core/errors'

/** Statements that one operation may send to the engines: lists inside lists multiply them. */
const LIMIT = 120

export interface QueryBudget {
  /** @throws DetailedError QUERY_TOO_EXPENSIVE when the operation has used up its statements */
  spend(): void
}

export function createQueryBudget(limit = LIMIT): QueryBudget {
  let left = limit
  return {
    spend() {
      left -= 1
      if (left < 0)
        throw new DetailedError('QUERY_TOO_EXPENSIVE', 'Ask for less at once: fewer lists inside lists', {
          limit,
        })
    },
  }
}
