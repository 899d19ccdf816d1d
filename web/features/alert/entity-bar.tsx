'use client'

import { Filter } from 'lucide-react'
import { useRef } from 'react'
import query from '../ask/query-bar.module.css'
import { useShortcuts } from '../shell/use-shortcuts.ts'

interface EntityBarProps {
  text: string
  onText: (text: string) => void
  onRun: () => void
}

/** Where other pages have the query, an alert list has the entity it is about. */
export function EntityBar({ text, onText, onRun }: EntityBarProps) {
  const input = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => input.current?.select() })
  return (
    <search className={query.bar}>
      <Filter size={14} aria-hidden="true" className={query.glass} />
      <div className={query.field}>
        <input
          ref={input}
          className={query.input}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onRun()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
          placeholder="Alerts about one entity: a host, user or address, written in full"
          aria-label="Entity"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <kbd className={query.key} hidden={text !== ''}>
        /
      </kbd>
    </search>
  )
}
