'use client'

import { PanelLeftClose } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { EventFilter, EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Grammar } from '../ask/use-grammar.ts'
import { isWhole } from '../event/is-whole.ts'
import { FieldEntry } from './field-entry.tsx'
import { type FieldInRows, fieldsOfRows, fitsName } from './fields-of-rows.ts'
import styles from './fields-panel.module.css'
import { useValueActions } from './value-actions.ts'

interface FieldsPanelProps {
  rows: readonly EventRow[]
  /** Fields shown as columns. */
  chosen: readonly string[]
  grammar: Grammar | undefined
  slugs: string[]
  /** What the counts are of. */
  filter: EventFilter | undefined
  /** The fields whose values are shown. */
  opened: ReadonlySet<string>
  onOpened: (field: string) => void
  onClose: () => void
}

/** What analysts ask first, where events have it. */
const POPULAR = [
  ...['event.action', 'event.outcome', 'event.category', 'event.code', 'host.name', 'user.name', 'source.ip'],
  ...[
    'destination.ip',
    'destination.port',
    'process.name',
    'process.command_line',
    'rule.name',
    'rule.level',
  ],
  ...['url.original', 'dns.question.name', 'http.response.status_code', 'nightjar.parser'],
]
const MOST_ELSEWHERE = 40
const FIRST_PAGE = 100

/** The first page says what kinds of events there are; neither the next ones nor rows without all their fields make the list jump. */
function useFieldsFound(rows: readonly EventRow[]): readonly FieldInRows[] {
  const [found, setFound] = useState<readonly FieldInRows[]>([])
  const first = rows.slice(0, FIRST_PAGE)
  const isReady = first.length === 0 || first.some(isWhole)
  useEffect(() => {
    if (isReady) setFound(fieldsOfRows(first))
  }, [isReady, first[0], first.length])
  return found
}

/** The fields of the events found: those shown, those asked for most, the rest; and any other by its name. */
export function FieldsPanel(props: FieldsPanelProps) {
  const { rows, chosen, grammar, slugs, filter, opened, onOpened, onClose } = props
  const actions = useValueActions()
  const list = useRef<HTMLDivElement>(null)
  const [find, setFind] = useState('')
  const wanted = find.trim()
  const found = useFieldsFound(rows)

  const groups = useMemo(() => {
    const there = new Set(found.map(({ field }) => field))
    const popular = POPULAR.filter((field) => !chosen.includes(field))
    const others = [...there].filter((field) => !chosen.includes(field) && !popular.includes(field)).sort()
    const known = new Set([...chosen, ...popular, ...others])
    const elsewhere = wanted ? (grammar?.fields ?? []).filter((field) => !known.has(field)) : []
    return [
      ['Shown', chosen],
      ['Popular', popular],
      ['In these events', others],
      ['Not in these events', elsewhere.filter((field) => fitsName(field, wanted)).slice(0, MOST_ELSEWHERE)],
    ] as const
  }, [chosen, found, grammar, wanted])
  const shown = groups
    .map(([name, fields]) => [name, fields.filter((field) => fitsName(field, wanted))] as const)
    .filter(([, fields]) => fields.length > 0)

  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const names = [...(list.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
    const at = names.indexOf(document.activeElement as HTMLElement)
    if (by === undefined || (at < 0 && !(event.target instanceof HTMLInputElement))) return
    event.preventDefault()
    names[Math.min(Math.max(at + by, 0), names.length - 1)]?.focus()
  }
  return (
    <section className={styles.panel} aria-label="Fields" onKeyDown={onKeyDown}>
      <div className={styles.top}>
        <input
          className={styles.find}
          value={find}
          onChange={(event) => setFind(event.target.value)}
          placeholder="Find a field"
          aria-label="Find a field"
          autoComplete="off"
          spellCheck={false}
        />
        <IconButton label="Close the fields" onClick={onClose}>
          <PanelLeftClose size={15} aria-hidden="true" />
        </IconButton>
      </div>
      <div ref={list} className={styles.list}>
        {shown.map(([name, fields]) => (
          <section key={name} aria-label={`${name}: fields`}>
            <h2 className={styles.group}>
              {name} <span className={styles.number}>{fields.length}</span>
            </h2>
            <ul>
              {fields.map((field) => (
                <FieldEntry
                  key={field}
                  field={field}
                  grammar={grammar}
                  shown={chosen.includes(field)}
                  open={opened.has(field)}
                  onOpen={() => onOpened(field)}
                  onColumn={() => actions?.toggleColumn(field)}
                  slugs={slugs}
                  filter={filter}
                />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 ? (
          <p className={styles.note}>
            {wanted
              ? 'No field is called that. Any name can be searched: type it into the query.'
              : 'Fields come with the first events.'}
          </p>
        ) : null}
      </div>
    </section>
  )
}
