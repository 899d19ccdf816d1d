import type { ApolloClient } from '@apollo/client'
import { GraphExpansionDocument, GraphPathDocument } from '../../graphql/generated/graphql.ts'
import type { ExpansionAnswer, PathAnswer } from './draw-picture.ts'
import type { GraphStep } from './graph-step.ts'
import type { InstantRange } from './instant-range.ts'

export type StepAnswer = { is: 'expansion'; answer: ExpansionAnswer } | { is: 'path'; answer: PathAnswer }

/** @returns undefined for a step that the server has no part in */
export function askStep(
  client: ApolloClient,
  tenant: string,
  step: GraphStep,
  range: InstantRange,
  signal: AbortSignal | undefined,
): Promise<StepAnswer> | undefined {
  const options = {
    fetchPolicy: 'no-cache' as const,
    context: { fetchOptions: { signal }, queryDeduplication: false },
  }
  if (step.do === 'expand') {
    const { question, first } = step
    const variables = { entity: { tenant, ...step.entity }, question, first, range }
    return client.query({ query: GraphExpansionDocument, variables, ...options }).then(({ data }) => {
      if (!data) throw new Error('No data')
      return { is: 'expansion', answer: data.expandEntity }
    })
  }
  if (step.do === 'path') {
    const variables = { from: { tenant, ...step.from }, to: { tenant, ...step.to }, range }
    return client.query({ query: GraphPathDocument, variables, ...options }).then(({ data }) => {
      if (!data) throw new Error('No data')
      return { is: 'path', answer: data.path }
    })
  }
  return undefined
}
