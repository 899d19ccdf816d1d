import { toEntityKind } from './entity-kinds.ts'
import { type EntityName, escapeValue, unescapeValue } from './entity-name.ts'

/** What the reader did to the graph, one after another: the address holds them, undo takes the last away. */
export type GraphStep =
  | { do: 'expand'; entity: EntityName; question: string; first: number }
  | { do: 'path'; from: EntityName; to: EntityName }
  /** Puts the leaves of an entity, or of all, into collections. */
  | { do: 'fold'; entity?: EntityName }
  | { do: 'hide'; entity: EntityName }

const MOST_STEPS = 60
const MOST_ANSWERS = 500

const name = ({ kind, value }: EntityName) => `${kind}:${escapeValue(value)}`

export function formatStep(step: GraphStep): string {
  switch (step.do) {
    case 'expand':
      return `expand:${name(step.entity)}:${escapeValue(step.question)}:${step.first}`
    case 'path':
      return `path:${name(step.from)}:${name(step.to)}`
    case 'fold':
      return step.entity ? `fold:${name(step.entity)}` : 'fold'
    case 'hide':
      return `hide:${name(step.entity)}`
  }
}

function entityOf(kind: string | undefined, value: string | undefined): EntityName | undefined {
  const known = toEntityKind(kind)
  return known && value ? { kind: known, value: unescapeValue(value) } : undefined
}

function parseStep(text: string): GraphStep | undefined {
  const [verb, kind, value, ...rest] = text.split(':')
  if (verb === 'fold' && kind === undefined) return { do: 'fold' }
  const entity = entityOf(kind, value)
  if (!entity) return undefined
  if (verb === 'fold' || verb === 'hide') return { do: verb, entity }
  if (verb === 'path') {
    const to = entityOf(rest[0], rest[1])
    return to && { do: 'path', from: entity, to }
  }
  const first = Number(rest[1])
  if (verb !== 'expand' || !rest[0] || !Number.isInteger(first) || first < 1 || first > MOST_ANSWERS)
    return undefined
  return { do: 'expand', entity, question: unescapeValue(rest[0]), first }
}

export function formatSteps(steps: readonly GraphStep[]): string {
  return steps.map(formatStep).join(';')
}

/** What is not understood is left out: an address may have been cut. */
export function parseSteps(text: string): GraphStep[] {
  return text
    .split(';', MOST_STEPS)
    .map(parseStep)
    .filter((step) => step !== undefined)
}
