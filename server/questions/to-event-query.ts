import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { EventQuery } from '#core/store/event-query'
import { BadInput } from './bad-input.ts'
import type { EventFilter } from './event-filter.ts'
import { toCondition } from './to-condition.ts'

const MOST_VALUES = 200

/**
 * @param argument where the query was given
 * @throws BadInput: BAD_USER_INPUT, or QUERY_SYNTAX with the places at fault
 */
export function toEventQuery(
  filter: EventFilter,
  sources: readonly SourceFamily[],
  argument = 'filter.query',
): EventQuery {
  const { range, minSeverity } = filter
  if (range.from >= range.to) throw badFilter('range', ': from must be before to')
  if (minSeverity != null && (minSeverity < 0 || minSeverity > 100))
    throw badFilter('minSeverity', ' must be from 0 to 100')
  const condition = toCondition(argument, filter.query ?? '', sources)
  const outcome = bounded('outcome', filter.outcome)
  const category = bounded('category', filter.category)
  const ruleIds = bounded('ruleIds', filter.ruleIds)
  return {
    range: { from: range.from, to: range.to },
    ...condition,
    ...(outcome && { outcome }),
    // ECS writes them in lower case; what a log calls otherwise is found as it is written.
    ...(category && { category: [...category, ...category.map((one) => one.toLowerCase())] }),
    ...(minSeverity != null && { minSeverity }),
    ...(ruleIds && { ruleIds }),
  }
}

function bounded<Value>(
  name: string,
  values: readonly Value[] | null | undefined,
): readonly Value[] | undefined {
  if (values && values.length > MOST_VALUES) throw badFilter(name, ` may name ${MOST_VALUES} values`)
  return values && values.length > 0 ? values : undefined
}

function badFilter(name: string, fault: string): BadInput {
  return new BadInput([{ path: ['filter', name], message: `filter.${name}${fault}` }])
}
