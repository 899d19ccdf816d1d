'use client'

import { Pin, PinOff } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { EventKeptDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import { useViewer } from '../shell/viewer.tsx'
import styles from './event-notes.module.css'
import { useKeptChanges } from './kept-changes.ts'
import { mayKeep } from './may-keep.ts'
import { NoteEntry } from './note-entry.tsx'
import { NoteField } from './note-field.tsx'
import { TagEntry } from './tag-entry.tsx'
import { useKeep } from './use-keep.ts'

/** What one begins to write as the details open; another one each time it is asked for. */
export interface Writing {
  event: string
  what: 'note' | 'tag'
}

interface EventNotesProps {
  event: string
  tenant: string
  writing?: Writing | undefined
}

/** What people keep of an event: pins, tags and notes, and the means to add one. */
export function EventNotes({ event, tenant, writing }: EventNotesProps) {
  const viewer = useViewer()
  const keep = useKeep()
  const changes = useKeptChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept or let go changes the answer
  const variables = useMemo(() => ({ id: event }), [changes, event])
  const { data, failure } = useQueryAnswer(EventKeptDocument, variables)
  const note = useRef<HTMLTextAreaElement>(null)
  const tag = useRef<HTMLInputElement>(null)
  const section = useRef<HTMLElement>(null)
  /** What had the focus before one began to write: it comes back there. */
  const opener = useRef<Element>(null)
  const may = mayKeep(viewer.tenants, tenant)

  const kept = (data?.event?.id === event && data.event.annotations) || []
  const pins = kept.filter(({ kind }) => kind === 'pin')
  const tags = kept.filter(({ kind }) => kind === 'tag')
  const notes = kept.filter(({ kind }) => kind === 'note')
  const own = pins.find(({ isMine }) => isMine)
  const others = pins.filter(({ isMine }) => !isMine).map(({ madeBy }) => madeBy?.name ?? 'an API token')
  const pin = () => void (own ? keep.remove(own.id) : keep.add(event, 'pin'))
  const write = (field: HTMLElement | null) => {
    opener.current = document.activeElement
    field?.focus()
  }
  const leave = () => {
    const back = opener.current
    const isThere = back instanceof HTMLElement && back.isConnected && back !== document.body
    ;(isThere ? back : section.current)?.focus()
  }

  useShortcuts(
    may
      ? {
          p: { does: 'Pin the open event, or take the pin off', run: pin },
          n: { does: 'Write a note on the open event', run: () => write(note.current) },
          '#': { does: 'Tag the open event', run: () => write(tag.current) },
        }
      : {},
  )
  useEffect(() => {
    if (writing?.event !== event) return
    opener.current = document.activeElement
    ;(writing.what === 'note' ? note : tag).current?.focus()
  }, [event, writing])

  if (!may && kept.length === 0) return null
  return (
    <section ref={section} tabIndex={-1} className={styles.kept} aria-label="Notes and tags">
      <div className={styles.line}>
        {may ? (
          <Button
            look="quiet"
            aria-pressed={own !== undefined}
            title="Pin (p)"
            className={styles.pin}
            onClick={pin}
          >
            {own ? <PinOff size={13} aria-hidden="true" /> : <Pin size={13} aria-hidden="true" />}
            {own ? 'Unpin' : 'Pin'}
          </Button>
        ) : null}
        {others.length > 0 ? <span className={styles.others}>pinned by {others.join(', ')}</span> : null}
        {tags.length > 0 ? (
          <ul className={styles.tags} aria-label="Tags">
            {tags.map((one) => (
              <TagEntry key={one.id} tag={one} onRemove={() => void keep.remove(one.id)} />
            ))}
          </ul>
        ) : null}
        {may ? (
          <form
            onSubmit={(submitted) => {
              submitted.preventDefault()
              const field = tag.current
              const word = field?.value.trim()
              if (!field || !word) return
              field.value = ''
              void keep.add(event, 'tag', word).then((done) => {
                if (!done) field.value = word
              })
            }}
          >
            <input
              ref={tag}
              className={styles.tagField}
              placeholder="Tag (#)"
              aria-label="Add a tag"
              maxLength={40}
              autoComplete="off"
              onKeyDown={(pressed) => {
                if (pressed.key !== 'Escape') return
                // Esc closes the details only once nobody writes.
                pressed.preventDefault()
                pressed.stopPropagation()
                leave()
              }}
            />
          </form>
        ) : null}
      </div>
      {failure ? <p className={styles.failure}>Notes did not come: {failure.message}</p> : null}
      {notes.length > 0 ? (
        <ol className={styles.notes} aria-label="Notes">
          {notes.map((one) => (
            <NoteEntry key={one.id} note={one} keep={keep} />
          ))}
        </ol>
      ) : null}
      {may ? (
        <NoteField
          ref={note}
          label="Add a note"
          placeholder="Note (n). Enter keeps it, Shift+Enter begins a line"
          onText={(text) => keep.add(event, 'note', text)}
          onLeave={leave}
        />
      ) : null}
    </section>
  )
}
