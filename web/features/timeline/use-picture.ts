'use client'

import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { type TimelineLaneKind, TimelinePictureDocument } from '../../graphql/generated/graphql.ts'
import type { Span } from '../ask/time-range.ts'
import { useAnswer } from '../ask/use-answer.ts'
import { lanesOf } from './lanes-of.ts'

export interface PictureQuestion {
  tenants: string[]
  search: string
  span: Span
  lanes: TimelineLaneKind
  pixels: number
  /** Lanes beside that of all others; 12 without it. */
  first?: number
}

const LANES = 12

/** @param question a new one gives up the one before; undefined asks nothing */
export function usePicture(question: PictureQuestion | undefined) {
  const client = useApolloClient()
  const ask = useMemo(
    () =>
      question &&
      (async (signal: AbortSignal) => {
        const { span, ...rest } = question
        const range = { from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() }
        const { data } = await client.query({
          query: TimelinePictureDocument,
          variables: { first: LANES, ...rest, range },
          fetchPolicy: 'no-cache',
          context: { fetchOptions: { signal }, queryDeduplication: false },
        })
        const picture = data?.timeline
        if (!picture) throw new Error('No data')
        return { question, picture, lanes: lanesOf(picture, question.lanes) }
      }),
    [client, question],
  )
  return useAnswer(ask)
}

export type DrawnPicture = NonNullable<ReturnType<typeof usePicture>['answer']>
