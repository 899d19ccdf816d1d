'use client'

import { Link2, Play, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useLate } from '../../ui/use-late.ts'
import { TenantSwitcher } from '../tenant/tenant-switcher.tsx'
import styles from './context-bar.module.css'
import { Elapsed } from './elapsed.tsx'
import { RangePicker } from './range-picker.tsx'
import type { TimeRange } from './time-range.ts'
import { useCopyLink } from './use-copy-link.ts'
import { ViewSwitch } from './view-switch.tsx'

interface ContextBarProps {
  range: TimeRange
  onRange: (range: TimeRange) => void
  /** Runs what stands in the bar. */
  onRun: () => void
  /** Set while a question runs: when it was asked, by the clock, and how to stop it. */
  running?: { since: number; cancel: () => void } | undefined
  /** What is asked: a query bar, or the filters of a list. */
  children: ReactNode
}

/** Which tenant, what, and when: the same on every page that answers a question. */
export function ContextBar({ range, onRange, onRun, running, children }: ContextBarProps) {
  const copyLink = useCopyLink()
  // A quick answer does not flicker, and a double click does not cancel what it started.
  const slow = useLate(running !== undefined, 500)
  return (
    <header className={styles.bar}>
      <TenantSwitcher />
      <ViewSwitch />
      <div className={styles.asked}>{children}</div>
      <RangePicker range={range} onChange={onRange} />
      <Button look="primary" className={styles.run} onClick={slow && running ? running.cancel : onRun}>
        {slow ? <X size={14} aria-hidden="true" /> : <Play size={13} aria-hidden="true" />}
        {slow ? 'Cancel' : 'Run'}
        {slow && running ? <Elapsed since={running.since} /> : null}
      </Button>
      <IconButton label="Copy the link, its time range fixed" onClick={copyLink}>
        <Link2 size={16} aria-hidden="true" />
      </IconButton>
    </header>
  )
}
