'use client'

import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import type { Failure } from '../../graphql/failure.ts'
import { useAnswer } from './use-answer.ts'

interface Asked<Data> {
  /** Of this question alone. */
  data: Data | undefined
  failure: Failure | undefined
  again: () => void
}

const MOMENT_MS = 120

/** The answer to one document, never cached; asked a moment later, so that who walks past asks nothing. */
export function useAsked<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Asked<Data> {
  const client = useApolloClient()
  const text = JSON.stringify(variables)
  const ask = useMemo(
    () => async (signal: AbortSignal) => {
      await new Promise((resolve) => setTimeout(resolve, MOMENT_MS))
      signal.throwIfAborted()
      const context = { fetchOptions: { signal } }
      const options = { query, variables: JSON.parse(text), fetchPolicy: 'no-cache', context } as const
      const { data } = await client.query<Data, OperationVariables>(options)
      return { text, data: data as Data | undefined }
    },
    [client, query, text],
  )
  const { answer, failure, again } = useAnswer(ask)
  return { data: answer?.text === text ? answer.data : undefined, failure, again }
}
