'use client'

import { parseAsString, parseAsStringEnum, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { TimelineLaneKind } from '../../graphql/generated/graphql.ts'
import { formatTimeRange, parseTimeRange, type Span } from '../ask/time-range.ts'

export const LANE_KINDS = ['host', 'user', 'category', 'source'] as const satisfies TimelineLaneKind[]
export const VIEWS = ['events', 'alerts', 'lanes', 'gaps', 'kept', 'related', 'processes'] as const
export type View = (typeof VIEWS)[number]

const params = {
  lanes: parseAsStringEnum<(typeof LANE_KINDS)[number]>([...LANE_KINDS]).withDefault('host'),
  brush: parseAsString,
  /** Of what is kept only this. */
  kept: parseAsStringLiteral(['pinned'] as const),
  event: parseAsString,
  view: parseAsStringEnum<View>([...VIEWS]).withDefault('events'),
}

/** What the address bar holds beside query, range and seed: a link shows the same picture. */
export function useTimelineState() {
  const [{ lanes, brush: brushed, kept, event, view }, set] = useQueryStates(params)
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
  return {
    ...{ lanes, setLanes, brush, setBrush, event: event ?? undefined, open, view, setView },
    ...{ pinnedOnly: kept === 'pinned', setPinnedOnly },
  }
}
