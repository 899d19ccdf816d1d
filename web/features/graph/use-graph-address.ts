'use client'

import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { parseTimeRange } from '#core/search/parse-time-range'
import { formatTimeRange, type TimeRange } from '../ask/time-range.ts'
import { type EntityName, formatEntityParam, parseEntityParam } from './entity-name.ts'
import { formatSteps, type GraphStep, parseSteps } from './graph-step.ts'

const entityParser = createParser<EntityName>({
  parse: (text) => parseEntityParam(text) ?? null,
  serialize: formatEntityParam,
  eq: (one, other) => one.kind === other.kind && one.value === other.value,
})
const stepsParser = createParser<GraphStep[]>({
  parse: parseSteps,
  serialize: formatSteps,
  eq: (one, other) => formatSteps(one) === formatSteps(other),
})
const stretchParser = createParser<TimeRange & { kind: 'absolute' }>({
  parse: (text) => {
    const range = parseTimeRange(text)
    return range?.kind === 'absolute' ? range : null
  },
  serialize: formatTimeRange,
  eq: (one, other) => one.from === other.from && one.to === other.to,
})

const LAYOUTS = ['organic', 'hierarchy', 'concentric'] as const

const params = {
  alert: parseAsString,
  entity: entityParser,
  steps: stepsParser,
  layout: parseAsStringLiteral(LAYOUTS).withDefault('organic'),
  view: parseAsStringLiteral(['picture', 'table'] as const).withDefault('picture'),
  /** Within the time range. */
  stretch: stretchParser,
  /** Key of the node or edge that is looked at. */
  at: parseAsString,
  event: parseAsString,
}

/** All that makes the graph what it is stands in the address: a link shows the same, and back goes back. */
export const useGraphAddress = () => useQueryStates(params, { history: 'push' })
