'use client'

import type { KeyboardEvent, Ref } from 'react'
import styles from './event-notes.module.css'

interface NoteFieldProps {
  ref?: Ref<HTMLTextAreaElement>
  label: string
  placeholder?: string
  text?: string
  focused?: boolean
  /** Answers whether it was kept. */
  onText: (text: string) => Promise<boolean>
  /** Written, or given up. */
  onLeave: () => void
}

/** Enter keeps what is written, Shift+Enter begins another line, Esc leaves. */
export function NoteField({ ref, label, placeholder, text = '', focused, onText, onLeave }: NoteFieldProps) {
  async function keep(field: HTMLTextAreaElement, said: string) {
    if (text !== '') {
      if (await onText(said)) onLeave()
      return
    }
    // The next key is not the note's any more; what was not kept stands there again.
    field.value = ''
    onLeave()
    if (!(await onText(said))) field.value = said
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const field = event.currentTarget
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const said = field.value
      if (said.trim() !== '') void keep(field, said)
    }
  }
  return (
    <textarea
      ref={ref}
      className={styles.noteField}
      aria-label={label}
      placeholder={placeholder}
      defaultValue={text}
      maxLength={4_000}
      // biome-ignore lint/a11y/noAutofocus: it takes the place of the words that one chose to change
      autoFocus={focused}
      onKeyDown={onKeyDown}
    />
  )
}
