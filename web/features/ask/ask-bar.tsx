'use client'

import { useRouter } from 'next/navigation'
import { useScope } from '../shell/scope.tsx'
import { ContextBar } from './context-bar.tsx'
import { QueryBar } from './query-bar.tsx'
import { formatTimeRange, type TimeRange } from './time-range.ts'
import { useAsk } from './use-ask.ts'
import { useDraft } from './use-draft.ts'

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }

/** The context bar on pages of a single thing: what is asked from there is answered by the search page. */
export function AskBar() {
  const { base } = useScope()
  const router = useRouter()
  const { query, range } = useAsk(DAY)
  const draft = useDraft(query)
  const go = (when: TimeRange) => {
    if (!draft.holds()) return
    const text = draft.text.trim()
    const asked = new URLSearchParams({ ...(text ? { q: text } : {}), range: formatTimeRange(when) })
    router.push(`${base}/search?${asked}`)
  }
  return (
    <ContextBar range={range} onRange={go} onRun={() => go(range)}>
      <QueryBar
        text={draft.text}
        onText={draft.setText}
        onRun={() => go(range)}
        mistakes={draft.mistakes}
        range={range}
      />
    </ContextBar>
  )
}
