'use client'

import { useMemo } from 'react'
import { RuleExplanationDocument } from '../../graphql/generated/graphql.ts'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { matchedValues } from './matched-values.ts'

/** What to mark in the event behind an alert: whom it is about, and what the rule found. */
export function useMarkedValues(
  event: string | undefined,
  rule: string | undefined,
  about: string | undefined,
): readonly string[] {
  const variables = useMemo(() => (event && rule ? { id: event, rule } : undefined), [event, rule])
  const { data } = useQueryAnswer(RuleExplanationDocument, variables)
  const rows = data?.ruleExplanation?.rows
  return useMemo(
    () => [...(about === undefined ? [] : [about]), ...(rows ? matchedValues(rows) : [])],
    [about, rows],
  )
}
