'use client'

import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { useScope } from '../shell/scope.tsx'
import { useShortcuts } from '../shell/use-shortcuts.ts'
import styles from './query-bar.module.css'
import { queriesOf } from './query-bar-history.ts'
import { QueryBarList } from './query-bar-list.tsx'
import { type Offer, offersOf, offersOfHistory } from './query-bar-offers.ts'
import { type QueryMistake, underline } from './query-bar-underline.tsx'
import { useFieldValues } from './query-bar-values.ts'
import type { TimeRange } from './time-range.ts'
import { useGrammar } from './use-grammar.ts'

interface QueryBarProps {
  text: string
  onText: (text: string) => void
  onRun: () => void
  mistakes: readonly QueryMistake[]
  /** Values offered are those of this range, the last day where nobody says. */
  range?: TimeRange
  /** Of these tenants; all of the scope where nobody says. */
  slugs?: string[]
}

const DAY: TimeRange = { kind: 'relative', amount: 24, unit: 'h' }
const LINE = 20
const MOST_LINES = 14

/**
 * The query, with what may come next under it: fields, values that events have with their counts, commands. Arrow up
 * brings earlier queries. A text of several lines, a SIGMA rule, gets the lines it needs while one works on it.
 */
export function QueryBar({ text, onText, onRun, mistakes, range = DAY, slugs }: QueryBarProps) {
  const id = useId()
  const scope = useScope()
  const grammar = useGrammar()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const under = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(false)
  const [list, setList] = useState<'next' | 'earlier'>()
  const [marked, setMarked] = useState<number>()
  const [cursor, setCursor] = useState(0)
  /** Where the cursor goes once the text taken stands there. */
  const goal = useRef<number>(undefined)
  useShortcuts({ '/': () => input.current?.select() })

  const lines = text.split('\n').length
  const open = focused && lines === 1 ? list : undefined
  const completion = open === 'next' ? grammar?.complete(text, cursor) : undefined
  const values = useFieldValues(completion?.valuesOf, slugs ?? scope.slugs, range)
  const offers =
    open === 'earlier'
      ? offersOfHistory(queriesOf(scope.base), text)
      : completion
        ? offersOf(text, completion, values)
        : []
  const shown = offers.length > 0
  const at = shown && marked !== undefined && marked < offers.length ? marked : undefined

  // The underlines follow the text as it scrolls sideways.
  const follow = () => {
    if (!under.current || !input.current) return
    under.current.scrollLeft = input.current.scrollLeft
    under.current.scrollTop = input.current.scrollTop
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text may have scrolled the input
  useEffect(follow, [text, mistakes])
  useLayoutEffect(() => {
    if (goal.current === undefined || !input.current) return
    input.current.setSelectionRange(goal.current, goal.current)
    // What is written last is in sight.
    if (goal.current === text.length) input.current.scrollLeft = input.current.scrollWidth
    goal.current = undefined
  }, [text])
  useLayoutEffect(() => {
    const height = focused && lines > 1 ? Math.min(lines, MOST_LINES) * LINE + 10 : 0
    field.current?.style.setProperty('height', height > 0 ? `${height}px` : '100%')
  }, [focused, lines])

  const close = () => {
    setList(undefined)
    setMarked(undefined)
  }
  function take(offer: Offer) {
    goal.current = offer.cursor
    setCursor(offer.cursor)
    setMarked(undefined)
    setList(offer.goesOn ? 'next' : undefined)
    onText(offer.taken)
  }
  function change(next: string, place: number) {
    onText(next)
    setCursor(place)
    setMarked(undefined)
    setList('next')
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const offer = at === undefined ? undefined : offers[at]
    if (key === 'Enter' && event.shiftKey && lines === 1) change(`${text}\n`, text.length + 1)
    else if (key === 'Enter' && event.shiftKey) return
    else if (key === 'Enter' && offer) take(offer)
    else if (key === 'Enter') {
      close()
      onRun()
    } else if (key === 'Tab' && offer) take(offer)
    else if (key === 'Escape' && shown) close()
    else if (key === 'Escape') event.currentTarget.blur()
    else if (lines > 1) return
    else if (key === 'ArrowDown' || (key === ' ' && event.ctrlKey)) {
      setCursor(event.currentTarget.selectionStart ?? text.length)
      if (shown) setMarked(at === undefined ? 0 : (at + 1) % offers.length)
      else setList('next')
    } else if (key === 'ArrowUp') {
      if (at !== undefined) setMarked((at + offers.length - 1) % offers.length)
      else {
        // The latest is marked at once.
        setList('earlier')
        setMarked(0)
      }
    } else return
    event.preventDefault()
  }

  // What is only not finished yet needs no telling beside what may finish it.
  const first = mistakes.find(({ to }) => !shown || to < text.length)
  const given = {
    ref: input,
    value: text,
    'aria-label': 'Query',
    'aria-invalid': first ? true : undefined,
    'aria-describedby': first ? id : undefined,
    placeholder: 'Search events: words, user.name:root, source.ip:10.0.0.0/8, and, or, not',
    autoCapitalize: 'off',
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    onScroll: follow,
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false)
      close()
    },
    onKeyDown,
  }
  return (
    <search className={joinClass(styles.bar, first && styles.wrong)}>
      <Search size={14} aria-hidden="true" className={styles.glass} />
      <div ref={field} className={joinClass(styles.field, lines > 1 && styles.tall)}>
        <div ref={under} className={styles.under} aria-hidden="true">
          {underline(text, mistakes)}
        </div>
        {lines > 1 ? (
          <textarea
            {...given}
            // The one-line input had the focus when the text got its second line.
            // biome-ignore lint/a11y/noAutofocus: it takes over what is typed
            autoFocus={focused}
            className={styles.input}
            onChange={(event) => change(event.target.value, event.target.selectionStart)}
          />
        ) : (
          <input
            {...given}
            className={styles.input}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={shown ? `${id}-list` : undefined}
            aria-activedescendant={at === undefined ? undefined : `${id}-list-${at}`}
            onChange={(event) =>
              change(event.target.value, event.target.selectionStart ?? event.target.value.length)
            }
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text/plain')
              if (!pasted.trim().includes('\n')) return
              // An input of one line would glue the lines of a rule together.
              event.preventDefault()
              const { selectionStart, selectionEnd } = event.currentTarget
              change(
                text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length),
                (selectionStart ?? 0) + pasted.length,
              )
            }}
          />
        )}
      </div>
      <kbd className={styles.key} hidden={focused || text !== ''}>
        /
      </kbd>
      {first || shown ? (
        <div className={styles.below}>
          {first ? (
            <div id={id} className={styles.mistake} role="alert">
              <strong>{first.message}</strong>
              {first.hint ? <span>{first.hint}</span> : null}
            </div>
          ) : null}
          {shown ? <QueryBarList id={`${id}-list`} offers={offers} marked={at} onTake={take} /> : null}
        </div>
      ) : null}
    </search>
  )
}
