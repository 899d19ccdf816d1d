import { UserError } from '#core/errors'
import type { TimeSpan } from '#core/store/event-query'
import type { GraphEntity } from '#core/store/graph/entity'
import { normaliseValue } from '#core/store/graph/normalise-value'
import type { EntityInput, TimeRange } from '../generated/resolvers.ts'
import type { GraphqlContext } from '../graphql-context.ts'

const LONGEST_VALUE = 4_096

/** @throws UserError NOT_FOUND for a tenant of others, BAD_USER_INPUT */
export function toEntity({ tenants }: GraphqlContext, { tenant, kind, value }: EntityInput): GraphEntity {
  const [tenantId = ''] = tenants.scopeOf([tenant]).tenantIds
  if (value.length > LONGEST_VALUE)
    throw new UserError('BAD_USER_INPUT', `value may have ${LONGEST_VALUE} characters`)
  return { tenantId, kind, value: normaliseValue(kind, value) }
}

/** @throws UserError BAD_USER_INPUT */
export function toSpan({ from, to }: TimeRange): TimeSpan {
  if (from >= to) throw new UserError('BAD_USER_INPUT', 'range: from must be before to')
  return { from, to }
}
