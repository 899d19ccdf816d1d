'use client'

import { useEffect, useState } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'

/** Time since a question was asked, once it takes longer than a second. */
export function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100)
    return () => clearInterval(timer)
  }, [])
  const elapsed = now - since
  return elapsed < 1000 ? null : <span aria-hidden="true">{formatDuration(elapsed)}</span>
}
