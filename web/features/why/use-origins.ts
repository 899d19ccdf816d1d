'use client'

import { useMemo } from 'react'
import { EventOriginsDocument } from '../../graphql/generated/graphql.ts'
import { useLate } from '../../ui/use-late.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'

/** Who walks through a table does not ask about each of its rows. */
const REST_MS = 300

/** Where the fields of an event come from, asked for once somebody stays with it. */
export function useOrigins(id: string, wanted: boolean) {
  const rested = useLate(wanted, REST_MS)
  const variables = useMemo(() => (rested ? { id } : undefined), [id, rested])
  const { data, failure } = useQueryAnswer(EventOriginsDocument, variables)
  const origins = data?.eventOrigins ?? undefined
  const byField = useMemo(() => new Map(origins?.fields.map((source) => [source.field, source])), [origins])
  return { origins, byField, failure }
}
