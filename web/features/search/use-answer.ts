'use client'

import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'

export interface Answer<Data> {
  /** That of the question before stays until the next comes. */
  data: Data | undefined
  failure: Failure | undefined
  /** Set while it is asked. */
  since: number | undefined
  /** Stopped before its answer came. */
  cancelled: boolean
  cancel(): void
}

/**
 * An answer that nobody keeps. Another question, leaving and cancelling stop what runs, down to the server.
 * @param variables made once for a question; undefined while there is nothing to ask
 */
export function useAnswer<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
): Answer<Data> {
  const client = useApolloClient()
  const [state, setState] = useState<Omit<Answer<Data>, 'cancel'>>(START)
  const [control, setControl] = useState<AbortController>()
  useEffect(() => {
    if (!variables) return setState(START)
    const running = new AbortController()
    setControl(running)
    setState(({ data }) => ({ data, failure: undefined, since: Date.now(), cancelled: false }))
    const context = { fetchOptions: { signal: running.signal }, queryDeduplication: false }
    client.query<Data, OperationVariables>({ query, variables, fetchPolicy: 'no-cache', context }).then(
      ({ data }) => running.signal.aborted || setState({ ...START, data: data as Data | undefined }),
      (error) => running.signal.aborted || setState({ ...START, failure: failureOf(error) }),
    )
    return () => running.abort()
  }, [client, query, variables])
  const cancel = useCallback(() => {
    control?.abort()
    setState(({ data }) => ({ ...START, data, cancelled: true }))
  }, [control])
  return { ...state, cancel }
}

const START = { data: undefined, failure: undefined, since: undefined, cancelled: false }
