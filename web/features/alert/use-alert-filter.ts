'use client'

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { AlertFilter, AlertGrouping } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'
import { resolveTimeRange, type TimeRange } from '../ask/time-range.ts'

export const STATUSES = ['open', 'closed', 'any'] as const
const GROUPINGS = ['rule', 'entity', 'host', 'user', 'tenant', 'tactic'] as const satisfies AlertGrouping[]

const words = parseAsArrayOf(parseAsString).withDefault([])
const params = {
  status: parseAsStringLiteral(STATUSES).withDefault('open'),
  level: parseAsArrayOf(parseAsStringLiteral(LEVELS)).withDefault([]),
  entity: parseAsString.withDefault(''),
  kind: parseAsString,
  rule: parseAsString,
  attack: words,
  /** Slugs; all of the page without it. */
  tenants: words,
  by: parseAsStringLiteral(GROUPINGS),
  /** Keys of the groups that are open. */
  open: words,
}

/** All that narrows the list; without it the open ones are listed, of any time. */
export const NO_FILTER = {
  ...{ status: null, level: null, entity: null, kind: null, rule: null, attack: null, tenants: null },
}

/** The filters of an alert list and how it is grouped, kept in the address bar. */
export function useAlertFilter(range: TimeRange, turn: number) {
  const [chosen, set] = useQueryStates(params, { history: 'push' })
  const { status, level, entity, kind, rule, attack, tenants } = chosen
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again moves a relative range on
  const filter = useMemo((): AlertFilter => {
    const { from, to } = resolveTimeRange(range, Date.now())
    return {
      ...(status === 'any' ? {} : { status: [status] }),
      ...(level.length > 0 ? { level } : {}),
      ...(entity ? { entity } : {}),
      ...(kind ? { entityKind: kind } : {}),
      ...(rule ? { ruleId: rule } : {}),
      ...(attack.length > 0 ? { attack } : {}),
      ...(tenants.length > 0 ? { tenants } : {}),
      ...(range.kind === 'all'
        ? {}
        : { range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() } }),
    }
  }, [status, level, entity, kind, rule, attack, tenants, range, turn])
  const narrowed =
    range.kind !== 'all' || Object.keys(filter).some((part) => part !== 'status') || status !== 'open'
  return { ...chosen, filter, narrowed, set }
}

export type AlertChoice = ReturnType<typeof useAlertFilter>
