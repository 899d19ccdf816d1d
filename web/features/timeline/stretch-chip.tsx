'use client'

import { X } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { StretchLinks } from '../ask/stretch-links.tsx'
import type { Span } from '../ask/time-range.ts'
import styles from './stretch-chip.module.css'
import { spanWords } from './time-words.ts'

interface StretchChipProps {
  brush: Span
  /** What is asked, with what the timeline began with. */
  search: string
  onTake: (span: Span) => void
  onForget: () => void
}

/** The stretch that is marked: takes it as time range, or forgets it. */
export function StretchChip({ brush, search, onTake, onForget }: StretchChipProps) {
  const [zone] = useSetting('zone')
  return (
    <span className={styles.stretch}>
      <span className={styles.words}>{spanWords(brush, zone)}</span>
      <Button look="quiet" className={styles.take} onClick={() => onTake(brush)}>
        Zoom to it
      </Button>
      <StretchLinks stretch={brush} search={search} to={['search', 'graph']} />
      <IconButton label="Forget the stretch" shortcut="Esc" className={styles.forget} onClick={onForget}>
        <X size={13} aria-hidden="true" />
      </IconButton>
    </span>
  )
}
