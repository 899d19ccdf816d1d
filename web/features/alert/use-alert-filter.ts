'use client'

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { AlertFilter } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'

export const STATUSES = ['open', 'closed', 'any'] as const

const params = {
  status: parseAsStringLiteral(STATUSES).withDefault('open'),
  level: parseAsArrayOf(parseAsStringLiteral(LEVELS)).withDefault([]),
  entity: parseAsString.withDefault(''),
}

/** The filters of an alert list, kept in the address bar. */
export function useAlertFilter(range: TimeRange, turn: number) {
  const [chosen, set] = useQueryStates(params, { history: 'push' })
  const { status, level, entity } = chosen
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const filter = useMemo((): AlertFilter => {
    const { from, to } = resolveTimeRange(range, Date.now())
    return {
      ...(status === 'any' ? {} : { status: [status] }),
      ...(level.length > 0 ? { level } : {}),
      ...(entity ? { entity } : {}),
      ...(range.kind === 'all'
        ? {}
        : { range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }),
    }
  }, [status, level, entity, range, turn])
  return { ...chosen, filter, set }
}
