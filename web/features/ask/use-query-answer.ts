'use client'

import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import type { Failure } from '../../graphql/failure.ts'
import { useAnswer } from './use-answer.ts'

export interface QueryAnswer<Data> {
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
 * The answer to one document, which nobody keeps. Another question, leaving and cancelling stop what runs, down to the server.
 * @param variables made once for a question; undefined while there is nothing to ask
 */
export function useQueryAnswer<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables | undefined,
): QueryAnswer<Data> {
  const client = useApolloClient()
  const ask = useMemo(
    () =>
      variables &&
      (async (signal: AbortSignal) => {
        const context = { fetchOptions: { signal }, queryDeduplication: false }
        const options = { query, variables, fetchPolicy: 'no-cache', context } as const
        const { data } = await client.query<Data, OperationVariables>(options)
        return data as Data | undefined
      }),
    [client, query, variables],
  )
  const { answer, failure, since, cancelled, cancel } = useAnswer(ask)
  return { data: failure ? undefined : answer, failure, since, cancelled, cancel }
}
