'use client'

import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import styles from './query-bar.module.css'

/** Where a query is wrong: offsets into its text, half-open. */
export interface QueryMistake {
  message: string
  from: number
  to: number
  hint?: string | undefined
}

interface QueryBarProps {
  text: string
  onText: (text: string) => void
  onRun: () => void
  mistakes: readonly QueryMistake[]
}

/** The text with its mistakes wrapped, to lie under the input: only the underlines are seen. */
function underline(text: string, mistakes: readonly QueryMistake[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { from, to } of [...mistakes].sort((one, other) => one.from - other.from)) {
    if (from < at) continue
    pieces.push(text.slice(at, from))
    // A mistake at the end has no letters of its own.
    pieces.push(<mark key={from}>{text.slice(from, Math.max(to, from + 1)) || '\u00a0'}</mark>)
    at = Math.max(to, from + 1)
  }
  pieces.push(text.slice(at))
  return pieces
}

export function QueryBar({ text, onText, onRun, mistakes }: QueryBarProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const under = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(false)
  useShortcuts({ '/': () => input.current?.select() })

  // The underlines follow the text as it scrolls sideways.
  const follow = () => {
    if (under.current && input.current) under.current.scrollLeft = input.current.scrollLeft
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text may have scrolled the input
  useEffect(follow, [text, mistakes])

  const [first] = mistakes
  return (
    <search className={joinClass(styles.bar, first && styles.wrong)}>
      <Search size={14} aria-hidden="true" className={styles.glass} />
      <div className={styles.field}>
        <div ref={under} className={styles.under} aria-hidden="true">
          {underline(text, mistakes)}
        </div>
        <input
          ref={input}
          className={styles.input}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onScroll={follow}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') onRun()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          placeholder="Search events: words, user.name:root, source.ip:10.0.0.0/8, and, or, not"
          aria-label="Query"
          aria-invalid={first ? true : undefined}
          aria-describedby={first ? id : undefined}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </div>
      <kbd className={styles.key} hidden={focused || text !== ''}>
        /
      </kbd>
      {first ? (
        <div id={id} className={styles.mistake} role="alert">
          <strong>{first.message}</strong>
          {first.hint ? <span>{first.hint}</span> : null}
        </div>
      ) : null}
    </search>
  )
}
