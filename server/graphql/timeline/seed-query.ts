import { UserError } from '#core/errors'
import { ENTITY_KINDS, entitySearch } from '#core/investigate/entity-search'
import type { Alert } from '#core/records/alerts/alert'
import type { EventQuery, TimeSpan } from '#core/store/event-query'
import { toSearch } from '../../questions/to-search.ts'

const HOUR = 3_600_000_000_000n
const LONGEST_VALUE = 1_000

interface SeedEntity {
  kind: string
  value: string
  site?: string | null | undefined
}

/** What a timeline is about: one of them. */
export type Seed = { alert: Alert } | { entity: SeedEntity } | { search: string }

/** An hour on both sides of when it happened. */
export function rangeAround({ firstSeen, lastSeen }: Pick<Alert, 'firstSeen' | 'lastSeen'>): TimeSpan {
  return { from: firstSeen - HOUR, to: lastSeen + HOUR }
}

/** @throws UserError BAD_USER_INPUT; DetailedError QUERY_SYNTAX with the places at fault */
export function seedQuery(seed: Seed, given: TimeSpan | undefined): EventQuery {
  const range = given ?? ('alert' in seed ? rangeAround(seed.alert) : undefined)
  if (!range) throw new UserError('BAD_USER_INPUT', 'range is needed where the seed is no alert')
  if ('search' in seed) return { range, search: toSearch(seed.search, 'seed.search') }
  const { kind, value, site } = 'alert' in seed ? seed.alert.entity : checked(seed.entity)
  const search = entitySearch({ kind, value, site: site ?? undefined })
  if (!search) throw new UserError('BAD_USER_INPUT', `entity.kind is one of ${ENTITY_KINDS.join(', ')}`)
  return { range, search }
}

function checked(entity: SeedEntity): SeedEntity {
  const { length } = entity.value
  if (length === 0 || length > LONGEST_VALUE)
    throw new UserError('BAD_USER_INPUT', `The value of an entity has 1 to ${LONGEST_VALUE} characters`)
  return entity
}
