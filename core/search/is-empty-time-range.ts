import type { Bound } from './search-node.ts'
import { timeSpanOf } from './time-span-of.ts'

/** Steps that are as long in any month. */
const MOMENT = /^now(?:[+-]\d+[smhdw])*$/

/** Whether no moment can lie between two times, whenever it is asked: what hangs on `now` is held against its like alone. */
export function isEmptyTimeRange(low: Bound, high: Bound): boolean {
  const relative = [low, high].filter(({ value }) => value.startsWith('now'))
  if (relative.length === 1 || relative.some(({ value }) => !MOMENT.test(value))) return false
  const [first, last] = [timeSpanOf(low.value, 0n), timeSpanOf(high.value, 0n)]
  if (first === undefined || last === undefined) return false
  return first[low.inclusive ? 'from' : 'to'] >= last[high.inclusive ? 'to' : 'from']
}
