import type { RuleConditions } from '../detect/to-clickhouse/rules-to-clickhouse.ts'
import { EVENT_COLUMNS } from '../event/columns.ts'
import type { SearchExplanation } from './explain-search.ts'

const COLUMNS: readonly string[] = [
  ...EVENT_COLUMNS.map(({ column }) => column),
  ...['fields', 'odd', 'unfit', 'raw', 'message', 'event_time'],
]

/** What rules read that stand for a search. Nothing of them is looked up: they are as exact as the live matcher. */
export function explainRules({ conditions }: RuleConditions): SearchExplanation {
  const words = new Set(conditions.flatMap((condition) => condition.match(/\w+/g) ?? []))
  const slow = {
    condition: 'SIGMA rule',
    why: 'Each event of the tenants in the time range is judged',
    hint: 'Narrow the time range, or search for a value that the rule names',
  }
  return {
    scans: 'all',
    reads: COLUMNS.filter((column) => words.has(column)).sort(),
    narrowed: [],
    slow: [slow],
  }
}
