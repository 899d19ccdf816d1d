'use client'

import { useQuery } from '@apollo/client/react'
import { failureOf } from '../../graphql/failure.ts'
import { TestParserDocument, type TestParserQuery } from '../../graphql/generated/graphql.ts'
import { useSettled } from '../search/use-settled.ts'

const PAUSE_MS = 400

export type LineReading = TestParserQuery['testParser']['readings'][number]

interface Tried {
  mistakes: TestParserQuery['testParser']['mistakes']
  readings: readonly LineReading[]
  /** What is shown is of an earlier text. */
  stale: boolean
  failure: string | undefined
}

/** What the server makes of a definition and lines, once the typing rests. */
export function useParserTest(tenant: string, definition: string, text: string): Tried {
  const asked = useSettled(definition, PAUSE_MS)
  const lines = useSettled(text, PAUSE_MS)
  const { data, previousData, error } = useQuery(TestParserDocument, {
    variables: { tenant, definition: asked, lines: lines.split('\n').filter((line) => line.trim() !== '') },
    fetchPolicy: 'no-cache',
  })
  const { mistakes = [], readings = [] } = (data ?? previousData)?.testParser ?? {}
  const stale = !data || asked !== definition || lines !== text
  return { mistakes, readings, stale, failure: error && failureOf(error).message }
}
