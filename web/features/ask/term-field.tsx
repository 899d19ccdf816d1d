'use client'

import { useState } from 'react'
import styles from './term-pills.module.css'

interface TermFieldProps {
  text: string
  /** What is wrong with a text, in words. */
  check: (text: string) => string | undefined
  onText: (text: string) => void
  onLeave: () => void
}

/** A condition while one changes it: Enter takes it, where it is understood; Esc leaves it as it was. */
export function TermField({ text, check, onText, onLeave }: TermFieldProps) {
  const [mistake, setMistake] = useState<string>()
  return (
    <>
      <input
        className={styles.field}
        defaultValue={text}
        aria-label="Condition"
        aria-invalid={mistake !== undefined}
        title={mistake}
        spellCheck={false}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the pill that one chose to change
        autoFocus
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onLeave()
          } else if (event.key === 'Enter') {
            event.preventDefault()
            const said = event.currentTarget.value.trim()
            const wrong = check(said)
            if (wrong === undefined) onText(said)
            else setMistake(wrong)
          }
        }}
      />
      {mistake ? (
        <span role="alert" className={styles.mistake}>
          {mistake}
        </span>
      ) : null}
    </>
  )
}
