import type { SourceFamily } from '#core/detect/sources/log-sources'
import { UserError } from '#core/errors'
import type { EventQuery } from '#core/store/event-query'
import type { EventFilter } from './event-filter.ts'
import { toCondition } from './to-condition.ts'

const MOST_VALUES = 200

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function toEventQuery(filter: EventFilter, sources: readonly SourceFamily[]): EventQuery {
  const { range, minSeverity } = filter
  if (range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'filter.range: from must be before to')
  if (minSeverity != null && (minSeverity < 0 || minSeverity > 100))
    throw new UserError('BAD_USER_INPUT', 'filter.minSeverity must be from 0 to 100')
  const condition = toCondition('filter.query', filter.query ?? '', sources)
  const outcome = bounded('outcome', filter.outcome)
  const category = bounded('category', filter.category)
  const ruleIds = bounded('ruleIds', filter.ruleIds)
  return {
    range: { from: range.from, to: range.to },
    ...condition,
    ...(outcome && { outcome }),
    ...(category && { category }),
    ...(minSeverity != null && { minSeverity }),
    ...(ruleIds && { ruleIds }),
  }
}

function bounded<Value>(
  name: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | undefined {
  if (values && values.length > MOST_VALUES)
    throw new UserError('BAD_USER_INPUT', `filter.${name} may name ${MOST_VALUES} values`)
  return values && values.length > 0 ? values : undefined
}
