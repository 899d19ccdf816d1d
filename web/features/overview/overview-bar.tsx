'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ContextBar } from '../ask/context-bar.tsx'
import { QueryBar } from '../ask/query-bar.tsx'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { useQueryCheck } from '../ask/use-query-check.ts'
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
  const check = useQueryCheck()
  const [draft, setDraft] = useState('')
  const [tried, setTried] = useState(false)
  const mistakes = tried ? check(draft) : []
  const run = () => {
    const query = draft.trim()
    if (!query) return onRun()
    setTried(true)
    if (check(draft).length > 0) return
    router.push(`${base}/search?${new URLSearchParams({ q: query, range: formatTimeRange(range) })}`)
  }
  return (
    <ContextBar range={range} onRange={onRange} onRun={run} running={running}>
      <QueryBar
        text={draft}
        onText={(text) => {
          setTried(false)
          setDraft(text)
        }}
        onRun={run}
        mistakes={mistakes}
      />
    </ContextBar>
  )
}
