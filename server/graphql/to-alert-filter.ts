import { UserError } from '#core/errors'
import type { AlertFilter as RecordsFilter } from '#core/records/alerts/alert-filter'
import type { AlertFilter } from './generated/resolvers.ts'
import type { GraphqlContext } from './graphql-context.ts'
import { decodeGroupKey } from './group-key.ts'

/** More than a matrix of ATT&CK has tactics. */
const MOST_ATTACK = 50

/** @throws UserError BAD_USER_INPUT; NOT_FOUND for a tenant of others */
export function toAlertFilter(
  filter: AlertFilter | null | undefined,
  { tenants }: Pick<GraphqlContext, 'tenants'>,
): RecordsFilter {
  if (!filter) return {}
  const { range, attack } = filter
  if (range && range.from >= range.to) throw new UserError('BAD_USER_INPUT', 'range: from must be before to')
  if (attack && attack.length > MOST_ATTACK)
    throw new UserError('BAD_USER_INPUT', `attack may have ${MOST_ATTACK} ids`)
  return {
    tenantIds: filter.tenants ? tenants.scopeOf(filter.tenants).tenantIds : undefined,
    status: filter.status ?? undefined,
    level: filter.level ?? undefined,
    ruleId: filter.ruleId ?? undefined,
    entity: filter.entity ?? undefined,
    entityKind: filter.entityKind ?? undefined,
    attack: attack ?? undefined,
    range: range ?? undefined,
    includeBackfill: filter.includeBackfill ?? undefined,
    group: filter.group ? decodeGroupKey(filter.group) : undefined,
  }
}
