import { columnOf } from './columns.ts'

/** Values of a field that its place in a row of `events` cannot hold, as SQL. */
export interface OddValues {
  /** Whether there are any; few rows have some. */
  present: string
  /** `Array(String)` */
  texts: string
}

/** @param name place of the bound name of the field */
export function oddValues(field: string, name: string): OddValues {
  const odd = `mapContains(odd, ${name})`
  if (field !== 'message' && columnOf(field) === undefined) return { present: odd, texts: `odd[${name}]` }
  return {
    // The filter of `odd`, which has them too, knows their names.
    present: `(unfit != '' AND indexHint(${odd}) AND JSONHas(unfit, ${name}))`,
    texts: `JSONExtract(unfit, ${name}, 'Array(String)')`,
  }
}
