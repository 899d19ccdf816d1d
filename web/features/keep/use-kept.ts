'use client'

import { useMemo } from 'react'
import { KeptMarksDocument, type TimeRange } from '../../graphql/generated/graphql.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useKeptChanges } from './kept-changes.ts'
import { type KeptMark, keptMarks } from './kept-marks.ts'

/** The server's largest page. People keep less than machines write. */
const MOST = 500
const NONE: ReadonlyMap<string, KeptMark> = new Map()

/** What is kept of events of a time range, by their ids; of more than 500 the newest. @param range made once for a question */
export function useKept(slugs: string[], range: TimeRange | undefined): ReadonlyMap<string, KeptMark> {
  const changes = useKeptChanges()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept or let go changes the answer
  const variables = useMemo(
    () => (range ? { tenants: slugs, range, first: MOST } : undefined),
    [changes, range, slugs],
  )
  const { data } = useQueryAnswer(KeptMarksDocument, variables)
  return useMemo(() => (data ? keptMarks(data.annotations.edges.map(({ node }) => node)) : NONE), [data])
}
