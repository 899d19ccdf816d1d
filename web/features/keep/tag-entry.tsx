import { X } from 'lucide-react'
import type { EventKeptQuery } from '../../graphql/generated/graphql.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './event-notes.module.css'

export type Kept = NonNullable<EventKeptQuery['event']>['annotations'][number]

/** A word on an event. */
export function TagEntry({ tag, onRemove }: { tag: Kept; onRemove: () => void }) {
  return (
    <li className={styles.tag} title={`By ${tag.madeBy?.name ?? 'an API token'}`}>
      <span className={styles.word}>{tag.text}</span>
      {tag.canChange ? (
        <IconButton label={`Remove the tag ${tag.text}`} className={styles.remove} onClick={onRemove}>
          <X size={12} aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  )
}
