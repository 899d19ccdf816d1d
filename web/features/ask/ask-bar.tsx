'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useScope } from '../shell/scope.tsx'
import { ContextBar } from './context-bar.tsx'
import { QueryBar } from './query-bar.tsx'
import { formatTimeRange, type TimeRange } from './time-range.ts'
import { useAsk } from './use-ask.ts'
import { useQueryCheck } from './use-query-check.ts'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }

/** The context bar on pages of a single thing: what is asked from there is answered by the search page. */
export function AskBar() {
  const { base } = useScope()
  const router = useRouter()
  const check = useQueryCheck()
  const { query, range } = useAsk(DAY)
  const [draft, setDraft] = useState(query)
  const [tried, setTried] = useState(false)
  const go = (text: string, when: TimeRange) => {
    setTried(true)
    if (check(text).length > 0) return
    const asked = new URLSearchParams({
      ...(text.trim() ? { q: text.trim() } : {}),
      range: formatTimeRange(when),
    })
    router.push(`${base}/search?${asked}`)
  }
  return (
    <ContextBar range={range} onRange={(next) => go(draft, next)} onRun={() => go(draft, range)}>
      <QueryBar
        text={draft}
        onText={(text) => {
          setTried(false)
          setDraft(text)
        }}
        onRun={() => go(draft, range)}
        mistakes={tried ? check(draft) : []}
      />
    </ContextBar>
  )
}
