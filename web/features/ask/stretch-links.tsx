'use client'

import { ChartGantt, Search, Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useScope } from '../shell/scope.tsx'
import styles from './stretch-links.module.css'
import { formatTimeRange, type Span } from './time-range.ts'

const PAGES = {
  search: { name: 'Events of this stretch', Icon: Search },
  timeline: { name: 'Timeline of this stretch', Icon: ChartGantt },
  graph: { name: 'Graph of this stretch', Icon: Waypoints },
} as const

interface StretchLinksProps {
  stretch: Span
  /** What is asked, with all that the page began with. */
  search: string
  to: readonly (keyof typeof PAGES)[]
}

/** The same question and stretch of time, looked at in another way. */
export function StretchLinks({ stretch, search, to }: StretchLinksProps) {
  const { base } = useScope()
  const range = formatTimeRange({ kind: 'absolute', ...stretch })
  const asked = new URLSearchParams({ ...(search ? { q: search } : {}), range })
  return (
    <span className={styles.links}>
      {to.map((page) => {
        const { name, Icon } = PAGES[page]
        return (
          <Link
            key={page}
            href={`${base}/${page}?${asked}`}
            prefetch={false}
            className={styles.link}
            aria-label={name}
            title={name}
          >
            <Icon size={14} aria-hidden="true" />
          </Link>
        )
      })}
    </span>
  )
}
