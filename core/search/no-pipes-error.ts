import type { SearchError } from './reader.ts'

/** Of commands where only events are asked for. */
export function noPipesError(from: number, also = ''): SearchError {
  const hint = `Commands behind | are for the query stats and the search page${also}`
  return { message: 'There are no pipes here', from, to: from + 1, hint }
}
