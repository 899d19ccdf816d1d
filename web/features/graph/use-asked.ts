'use client'

import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { type Failure, failureOf } from '../../graphql/failure.ts'

interface Asked<Answer> {
  data: Answer | undefined
  failure: Failure | undefined
  again: () => void
}

const NOTHING = { data: undefined, failure: undefined }

/** One question and its answer, never cached; asked a moment later, so that who walks past asks nothing. */
export function useAsked<Answer, Variables extends OperationVariables>(
  query: TypedDocumentNode<Answer, Variables>,
  variables: Variables,
): Asked<Answer> {
  const [turn, setTurn] = useState(0)
  const client = useApolloClient()
  const [asked, setAsked] = useState<Omit<Asked<Answer>, 'again'>>(NOTHING)
  const text = JSON.stringify(variables)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again
  useEffect(() => {
    const control = new AbortController()
    setAsked(NOTHING)
    const timer = setTimeout(() => {
      client
        .query({
          query,
          variables: JSON.parse(text),
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal: control.signal } },
        } as ApolloClient.QueryOptions<Answer, Variables>)
        .then(
          ({ data }) => control.signal.aborted || setAsked({ data: data as Answer, failure: undefined }),
          (error) => control.signal.aborted || setAsked({ data: undefined, failure: failureOf(error) }),
        )
    }, 120)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [client, query, text, turn])
  return { ...asked, again: () => setTurn((count) => count + 1) }
}
