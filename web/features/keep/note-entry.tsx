'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './event-notes.module.css'
import { NoteField } from './note-field.tsx'
import type { Kept } from './tag-entry.tsx'
import type { useKeep } from './use-keep.ts'

/** What somebody thinks of an event: text, whatever stands in it. */
export function NoteEntry({ note, keep }: { note: Kept; keep: ReturnType<typeof useKeep> }) {
  const [changing, setChanging] = useState(false)
  const by = note.madeBy?.name ?? 'an API token'
  return (
    <li className={styles.note}>
      <p className={styles.by}>
        <span className={styles.name}>{by}</span>
        <Time instant={note.madeAt} precision="dense" />
        {note.changedAt ? (
          <span title={`By ${note.changedBy?.name ?? 'an API token'}`}>
            changed <Time instant={note.changedAt} precision="dense" />
          </span>
        ) : null}
        {note.canChange ? (
          <span className={styles.actions}>
            <IconButton label={`Change the note of ${by}`} onClick={() => setChanging(!changing)}>
              <Pencil size={12} aria-hidden="true" />
            </IconButton>
            <IconButton label={`Remove the note of ${by}`} onClick={() => void keep.remove(note.id)}>
              <Trash2 size={12} aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </p>
      {changing ? (
        <NoteField
          focused
          label="Change the note"
          text={note.text}
          onText={(text) => keep.change(note.id, text)}
          onLeave={() => setChanging(false)}
        />
      ) : (
        <p className={styles.text}>{note.text}</p>
      )}
    </li>
  )
}
