import { Pin, StickyNote, Tag } from 'lucide-react'
import styles from './kept-icons.module.css'
import { type KeptMark, keptWords } from './kept-marks.ts'

interface KeptIconsProps {
  mark: KeptMark | undefined
  /** One icon for all of it, at the very edge of the row: a table's columns have no room to spare. */
  short?: boolean
}

/** Beside an event in a list: that it is pinned, tagged or noted, and how. */
export function KeptIcons({ mark, short = false }: KeptIconsProps) {
  if (!mark) return null
  const words = keptWords(mark)
  const pinned = mark.pins > 0
  const noted = mark.notes > 0 && !(short && pinned)
  const tagged = mark.tags.length > 0 && !(short && (pinned || noted))
  return (
    <span className={short ? styles.edge : styles.icons} title={words}>
      {pinned ? <Pin size={short ? 10 : 12} aria-hidden="true" fill="currentColor" /> : null}
      {tagged ? <Tag size={short ? 10 : 12} aria-hidden="true" /> : null}
      {noted ? <StickyNote size={short ? 10 : 12} aria-hidden="true" /> : null}
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
