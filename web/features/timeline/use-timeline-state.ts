'use client'

import { parseAsArrayOf, parseAsString, parseAsStringEnum, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { TimelineLaneKind } from '../../graphql/generated/graphql.ts'
import { formatTimeRange, parseTimeRange, type Span } from '../ask/time-range.ts'
import { useScope } from '../shell/scope.tsx'

export const LANE_KINDS = [
  'host',
  'user',
  'category',
  'source',
  'tenant',
] as const satisfies TimelineLaneKind[]
export const VIEWS = ['events', 'alerts', 'lanes', 'gaps', 'pinned', 'related', 'processes'] as const
export type View = (typeof VIEWS)[number]

/** An address has room for so many. */
const MOST_PINS = 20

const params = {
  lanes: parseAsStringEnum<(typeof LANE_KINDS)[number]>([...LANE_KINDS]),
  /** Slugs, over several tenants; all of them without it. */
  tenants: parseAsArrayOf(parseAsString),
  brush: parseAsString,
  pins: parseAsArrayOf(parseAsString).withDefault([]),
  event: parseAsString,
  view: parseAsStringEnum<View>([...VIEWS]).withDefault('events'),
}

/** What the address bar holds beside query, range and seed: a link shows the same picture. */
export function useTimelineState() {
  const { tenant } = useScope()
  const [{ lanes: named, tenants, brush: brushed, pins: pinned, event, view }, set] = useQueryStates(params)
  // Of one tenant there is one lane by tenant.
  const lanes = tenant ? (named && named !== 'tenant' ? named : 'host') : (named ?? 'tenant')
  const brush = useMemo((): Span | undefined => {
    const range = parseTimeRange(brushed)
    return range?.kind === 'absolute' ? { from: range.from, to: range.to } : undefined
  }, [brushed])
  const pins = useMemo(() => [...new Set(pinned)].slice(0, MOST_PINS), [pinned])

  const setBrush = useCallback(
    (span: Span | undefined) =>
      void set({ brush: span ? formatTimeRange({ kind: 'absolute', ...span }) : null }),
    [set],
  )
  const open = useCallback((id: string | undefined) => void set({ event: id ?? null }), [set])
  const togglePin = useCallback(
    (id: string) =>
      void set(({ pins: before }) => ({
        pins: before.includes(id)
          ? before.filter((one) => one !== id)
          : [...before.slice(0, MOST_PINS - 1), id],
      })),
    [set],
  )
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
    pins,
    togglePin,
    event: event ?? undefined,
    open,
    view,
    setView,
  }
}
