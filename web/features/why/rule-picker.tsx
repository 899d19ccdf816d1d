'use client'

import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { RulesForEventDocument, type RulesForEventQuery } from '../../graphql/generated/graphql.ts'
import { joinClass } from '../../ui/join-class.ts'
import { Severity } from '../../ui/severity.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import styles from './rule-picker.module.css'

type Rule = NonNullable<RulesForEventQuery['rulesForEvent']>['rules'][number]

interface RulePickerProps {
  eventId: string
  /** Title of the rule that is shown. */
  title: string | undefined
  onPick: (ruleId: string) => void
}

const FIRST = 30
const TYPING_MS = 150

/** Finds a rule by typing: those that matched the event, those that may, then all others. */
export function RulePicker({ eventId, title, onPick }: RulePickerProps) {
  const id = useId()
  const [text, setText] = useState<string>()
  const [marked, setMarked] = useState<number>()
  const open = text !== undefined
  const words = useSettled(text)
  const variables = useMemo(
    () => (words === undefined ? undefined : { id: eventId, text: words, first: FIRST }),
    [eventId, words],
  )
  const { data } = useQueryAnswer(RulesForEventDocument, variables)
  const [answered, setAnswered] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is to what was asked last
  useEffect(() => setAnswered(data && words), [data])
  const rules = open ? (data?.rulesForEvent?.rules ?? []) : []
  /** Enter came before the answer to what was typed. */
  const [isHasty, setHasty] = useState(false)
  const first = answered === text ? rules[0] : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the answer is there
  useEffect(() => {
    if (isHasty && first) pick(first)
  }, [isHasty, first])
  const total = data?.rulesForEvent?.total ?? 0

  function close() {
    setText(undefined)
    setMarked(undefined)
    setHasty(false)
  }
  function pick({ ruleId }: Rule) {
    close()
    onPick(ruleId)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const rule = marked === undefined ? first : rules[marked]
    if (key === 'ArrowDown' && !open) setText('')
    else if (key === 'ArrowDown' && rules.length > 0)
      setMarked(marked === undefined ? 0 : (marked + 1) % rules.length)
    else if (key === 'ArrowUp' && rules.length > 0)
      setMarked(((marked ?? 0) + rules.length - 1) % rules.length)
    else if (key === 'Enter' && rule) pick(rule)
    else if (key === 'Enter' && open) setHasty(true)
    else if (key === 'Escape' && open) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={id}>
        Rule
      </label>
      <input
        id={id}
        className={styles.input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={rules.length > 0}
        aria-controls={rules.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={marked === undefined || !open ? undefined : `${id}-list-${marked}`}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type words of a title, an id or a tag"
        value={text ?? title ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setText(text ?? '')}
        onChange={(event) => {
          setText(event.target.value)
          setMarked(undefined)
          setHasty(false)
        }}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {open && data ? (
        <div className={styles.below}>
          {rules.length > 0 ? (
            <div id={`${id}-list`} role="listbox" aria-label="Rules" className={styles.list}>
              {rules.map((rule, index) => (
                <div
                  key={rule.ruleId}
                  ref={
                    index === marked ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined
                  }
                  id={`${id}-list-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === marked}
                  className={joinClass(styles.option, index === marked && styles.marked)}
                  // Before the input loses the focus.
                  onPointerDown={(event) => {
                    event.preventDefault()
                    pick(rule)
                  }}
                >
                  <Severity level={rule.level} wordless />
                  <span className={styles.title}>{rule.title}</span>
                  <span className={styles.hint}>{hintOf(rule)}</span>
                </div>
              ))}
            </div>
          ) : null}
          <p className={styles.count} role="status">
            {total === 0
              ? 'No rule has all of these words.'
              : total > rules.length
                ? `The first ${rules.length} of ${total} rules: type to narrow`
                : `${total} ${total === 1 ? 'rule' : 'rules'}`}
          </p>
        </div>
      ) : null}
    </div>
  )
}

function hintOf({ fired, fits, mode }: Rule): string {
  if (fired) return 'matched'
  if (mode === 'off') return 'off'
  if (!fits) return 'other log source'
  return mode === 'shadow' ? 'on trial' : ''
}

/** What is typed, once it rests for a moment. */
function useSettled(text: string | undefined): string | undefined {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    if (text === undefined || text === '') return setSettled(text)
    const timer = setTimeout(() => setSettled(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
