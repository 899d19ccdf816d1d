'use client'

import { useRouter } from 'next/navigation'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useDraft } from '../ask/use-draft.ts'
import { useScope } from '../shell/scope.tsx'

interface OverviewBarProps {
  range: TimeRange
  onRange: (range: TimeRange) => void
  /** Without a query: looks anew. */
  onRun: () => void
  running: { since: number; cancel: () => void } | undefined
}

/** The context bar of the overview: its range is answered here, a query by the search page. */
export function OverviewBar({ range, onRange, onRun, running }: OverviewBarProps) {
  const { base } = useScope()
  const router = useRouter()
  const draft = useDraft('')
  const run = () => {
    const query = draft.text.trim()
    if (!query) return onRun()
    if (draft.holds())
      router.push(`${base}/search?${new URLSearchParams({ q: query, range: formatTimeRange(range) })}`)
  }
  return (
    <ContextBar range={range} onRange={onRange} onRun={run} running={running}>
      <QueryBar
        text={draft.text}
        onText={draft.setText}
        onRun={run}
        mistakes={draft.mistakes}
        range={range}
      />
    </ContextBar>
  )
}
