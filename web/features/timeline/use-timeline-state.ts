'use client'

import { parseAsArrayOf, parseAsString, parseAsStringEnum, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { parseTimeRange } from '#core/search/parse-time-range'
import type { TimelineLaneKind } from '../../graphql/generated/graphql.ts'
import { formatTimeRange, type Span } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'

export const LANE_KINDS = [
  'host',
  'user',
  'category',
  'source',
  'tenant',
] as const satisfies TimelineLaneKind[]
export const VIEWS = ['events', 'alerts', 'lanes', 'gaps', 'kept', 'related', 'processes'] as const
export type View = (typeof VIEWS)[number]

const params = {
  lanes: parseAsStringEnum<(typeof LANE_KINDS)[number]>([...LANE_KINDS]),
  /** Slugs, over several tenants; all of them without it. */
  tenants: parseAsArrayOf(parseAsString),
  brush: parseAsString,
  /** Of what is kept only this. */
  kept: parseAsStringLiteral(['pinned'] as const),
  event: parseAsString,
  view: parseAsStringEnum<View>([...VIEWS]).withDefault('events'),
}

/** What the address bar holds beside query, range and seed: a link shows the same picture. */
export function useTimelineState() {
  const { tenant } = useScope()
  const [{ lanes: named, tenants, brush: brushed, kept, event, view }, set] = useQueryStates(params)
  // Of one tenant there is one lane by tenant.
  const lanes = tenant ? (named && named !== 'tenant' ? named : 'host') : (named ?? 'tenant')
  const brush = useMemo((): Span | undefined => {
    const range = parseTimeRange(brushed)
    return range?.kind === 'absolute' ? { from: range.from, to: range.to } : undefined
  }, [brushed])

  const setBrush = useCallback(
    (span: Span | undefined) =>
      void set({ brush: span ? formatTimeRange({ kind: 'absolute', ...span }) : null }),
    [set],
  )
  const open = useCallback((id: string | undefined) => void set({ event: id ?? null }), [set])
  const setPinnedOnly = useCallback((only: boolean) => void set({ kept: only ? 'pinned' : null }), [set])
  const setLanes = useCallback((next: (typeof LANE_KINDS)[number]) => void set({ lanes: next }), [set])
  const setView = useCallback((next: View) => void set({ view: next }), [set])
  const choose = useCallback(
    (slugs: readonly string[] | undefined) => void set({ tenants: slugs ? [...slugs] : null }),
    [set],
  )
  return {
    lanes,
    setLanes,
    tenants: tenant ? undefined : (tenants ?? undefined),
    choose,
    brush,
    setBrush,
    pinnedOnly: kept === 'pinned',
    setPinnedOnly,
    event: event ?? undefined,
    open,
    view,
    setView,
  }
}
