import type { Failure } from '../../graphql/failure.ts'
import type { StepAnswer } from './ask-step.ts'
import { formatStep, type GraphStep } from './graph-step.ts'
import { questionWords } from './question-words.ts'

/** What came of the last thing the reader did, where the picture does not say it; undefined where it does. */
export function stepNotice(
  steps: readonly GraphStep[],
  answers: ReadonlyMap<string, StepAnswer | Failure | undefined>,
): string | undefined {
  const step = steps.at(-1)
  if (!step) return undefined
  const answer = answers.get(formatStep(step))
  if (!answer) return undefined
  if ('code' in answer) return `That did not work: ${answer.message}`
  if (answer.is === 'path' && step.do === 'path') {
    const [first] = answer.answer.paths
    const ends = `${step.from.value} and ${step.to.value}`
    const more = answer.answer.truncated ? ' More lay on the way than was looked at.' : ''
    if (!first) return `No path of up to four edges between ${ends} in this range.${more}`
    const ways = answer.answer.paths.length
    return `${ends}: ${first.length - 1} ${first.length === 2 ? 'edge' : 'edges'} apart, ${ways} ${ways === 1 ? 'way' : 'ways'}.${more}`
  }
  if (answer.is === 'expansion' && step.do === 'expand') {
    const { nodes, total } = answer.answer
    const came = Math.min(step.first, total, nodes.length)
    return `${questionWords(step.entity.kind, step.question)}: ${came} of ${total} of ${step.entity.value}.`
  }
  return undefined
}
