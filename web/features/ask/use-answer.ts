'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'

export interface Asked<Answer> {
  /** Of the question before, while the next one runs. */
  answer: Answer | undefined
  failure: Failure | undefined
  /** By the clock; undefined when nothing runs. */
  since: number | undefined
  cancelled: boolean
}

const NOTHING = { answer: undefined, failure: undefined, since: undefined, cancelled: false }

/**
 * The answer to the newest question. An older one still running is given up, down to the server.
 * @param ask undefined asks nothing; a new function is a new question
 */
export function useAnswer<Answer>(ask: ((signal: AbortSignal) => Promise<Answer>) | undefined) {
  const [asked, setAsked] = useState<Asked<Answer>>(NOTHING)
  const [turn, setTurn] = useState(0)
  const running = useRef<AbortController>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is a turn of its own
  useEffect(() => {
    if (!ask) return setAsked(NOTHING)
    const control = new AbortController()
    running.current = control
    setAsked((before) => ({ ...NOTHING, answer: before.answer, since: Date.now() }))
    ask(control.signal).then(
      (answer) => control.signal.aborted || setAsked({ ...NOTHING, answer }),
      (error) =>
        control.signal.aborted ||
        setAsked((before) => ({ ...NOTHING, answer: before.answer, failure: failureOf(error) })),
    )
    return () => control.abort()
  }, [ask, turn])
  const cancel = useCallback(() => {
    running.current?.abort()
    setAsked((before) => ({ ...NOTHING, answer: before.answer, cancelled: true }))
  }, [])
  const again = useCallback(() => setTurn((count) => count + 1), [])
  return { ...asked, cancel, again }
}
