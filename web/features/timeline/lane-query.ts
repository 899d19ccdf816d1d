import { addTerm } from '../search/add-term.ts'
import { narrowSeed } from './entity-query.ts'
import type { Lane } from './lane.ts'
import type { LANE_KINDS } from './use-timeline-state.ts'

type Kind = Exclude<(typeof LANE_KINDS)[number], 'tenant'>

const FIELDS: Record<Kind, string> = {
  host: 'host.name',
  user: 'user.name',
  category: 'event.category',
  source: 'nightjar.source',
}

/** The query narrowed to a lane; undefined for that of all others. */
export function laneQuery(
  query: string,
  by: Kind,
  { value, site }: Pick<Lane, 'value' | 'site'>,
): string | undefined {
  if (value === undefined) return undefined
  const field = FIELDS[by]
  if (value === '') return narrowSeed(`not ${field}:*`, query)
  const named = addTerm(query, field, value, false)
  return site === '' ? named : addTerm(named, 'nightjar.site', site, false)
}
