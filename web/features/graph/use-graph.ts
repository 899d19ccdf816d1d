'use client'

import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'
import { GraphAroundDocument, type GraphLimits, type GraphSeed } from '../../graphql/generated/graphql.ts'
import { askStep, type StepAnswer } from './ask-step.ts'
import type { BaseAnswer } from './draw-picture.ts'
import { formatStep, type GraphStep } from './graph-step.ts'
import type { InstantRange } from './instant-range.ts'

interface GraphState {
  status: 'running' | 'done' | 'failed' | 'cancelled'
  base: BaseAnswer | undefined
  failure: Failure | undefined
  /** What came for steps, by their text; undefined while it is on its way. */
  steps: ReadonlyMap<string, StepAnswer | Failure | undefined>
  /** When what runs was asked. */
  since: number | undefined
}

type Change =
  | { to: 'running'; since: number }
  | { to: 'done'; base: BaseAnswer }
  | { to: 'failed'; failure: Failure }
  | { to: 'cancelled' }
  | { to: 'asked'; step: string; since: number }
  | { to: 'answered'; step: string; answer: StepAnswer | Failure }

const START: GraphState = {
  status: 'running',
  base: undefined,
  failure: undefined,
  steps: new Map(),
  since: undefined,
}

function change(state: GraphState, next: Change): GraphState {
  switch (next.to) {
    case 'running':
      return { ...START, since: next.since }
    case 'done':
      return { ...state, status: 'done', base: next.base, since: undefined }
    case 'failed':
      return { ...state, status: 'failed', failure: next.failure, since: undefined }
    case 'cancelled': {
      const answered = [...state.steps].filter(([, answer]) => answer !== undefined)
      return {
        ...state,
        status: state.base ? 'done' : 'cancelled',
        steps: new Map(answered),
        since: undefined,
      }
    }
    case 'asked':
      return { ...state, since: next.since, steps: new Map(state.steps).set(next.step, undefined) }
    case 'answered': {
      const steps = new Map(state.steps).set(next.step, next.answer)
      const waits = [...steps.values()].some((answer) => answer === undefined)
      return { ...state, steps, since: waits ? state.since : undefined }
    }
  }
}

/** Room for what the reader adds is left below the server's own limits. */
const LIMITS: GraphLimits = { nodes: 1_000, edges: 5_000, collectAbove: 25 }

/**
 * The graph around a seed, and what was asked of it since. Asking anew, leaving and cancelling stop what runs, down to
 * the server; a step that was answered is not asked again.
 */
export function useGraph(
  tenant: string,
  seed: GraphSeed,
  range: InstantRange,
  steps: readonly GraphStep[],
  limits = LIMITS,
) {
  const client = useApolloClient()
  const [state, dispatch] = useReducer(change, START)
  const running = useRef<AbortController>(undefined)
  const asked = useRef(new Set<string>())

  useEffect(() => {
    const control = new AbortController()
    running.current = control
    asked.current = new Set()
    dispatch({ to: 'running', since: Date.now() })
    client
      .query({
        query: GraphAroundDocument,
        variables: { tenants: [tenant], seed, range, limits },
        fetchPolicy: 'no-cache',
        context: { fetchOptions: { signal: control.signal }, queryDeduplication: false },
      })
      .then(
        ({ data }) => {
          if (!control.signal.aborted && data) dispatch({ to: 'done', base: data.graph })
        },
        (error) => control.signal.aborted || dispatch({ to: 'failed', failure: failureOf(error) }),
      )
    return () => control.abort()
  }, [client, tenant, seed, range, limits])

  const { base } = state
  useEffect(() => {
    if (!base) return
    for (const step of steps) {
      const text = formatStep(step)
      const answer = asked.current.has(text)
        ? undefined
        : askStep(client, tenant, step, range, running.current?.signal)
      if (!answer) continue
      asked.current.add(text)
      const { signal } = running.current ?? {}
      dispatch({ to: 'asked', step: text, since: Date.now() })
      answer.then(
        (came) => signal?.aborted || dispatch({ to: 'answered', step: text, answer: came }),
        (error) => signal?.aborted || dispatch({ to: 'answered', step: text, answer: failureOf(error) }),
      )
    }
  }, [base, client, range, steps, tenant])

  const cancel = useCallback(() => {
    running.current?.abort()
    running.current = new AbortController()
    dispatch({ to: 'cancelled' })
  }, [])

  const answers = useMemo(() => {
    const came = [...state.steps].flatMap(([text, answer]) =>
      answer && 'is' in answer ? [[text, answer] as const] : [],
    )
    return {
      expansions: new Map(
        came.flatMap(([text, one]) => (one.is === 'expansion' ? [[text, one.answer]] : [])),
      ),
      paths: new Map(came.flatMap(([text, one]) => (one.is === 'path' ? [[text, one.answer]] : []))),
    }
  }, [state.steps])
  return { ...state, answers, cancel }
}
