import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { Prisma } from '../generated/client.ts'
import type { AlertFilter } from './alert-filter.ts'
import type { GroupKey } from './group-key.ts'

const ANY = Prisma.sql`TRUE`

/** What a filter says, part by part: a facet is counted without the part that is its own. */
export interface AlertConditions {
  status: Prisma.Sql
  level: Prisma.Sql
  tenant: Prisma.Sql
  rule: Prisma.Sql
  kind: Prisma.Sql
  attack: Prisma.Sql
  /** Scope, time and all else that no facet is of. */
  rest: Prisma.Sql
}

export function alertConditions(scope: TenantScope, filter: AlertFilter): AlertConditions {
  const { tenantIds, status, level, ruleId, entity, entityKind, attack, range, includeBackfill, group } =
    filter
  const rest = [oneOf(Prisma.sql`tenant_id`, scope.tenantIds, Prisma.sql`uuid`)]
  if (range) rest.push(Prisma.sql`last_seen >= ${range.from}::bigint AND first_seen < ${range.to}::bigint`)
  if (entity !== undefined) rest.push(Prisma.sql`entity_value = ${entity}`)
  if (includeBackfill === false) rest.push(Prisma.sql`NOT backfill`)
  if (group) rest.push(inGroup(group))
  return {
    status: status ? oneOf(Prisma.sql`status`, status, Prisma.sql`alert_status`) : ANY,
    level: level ? Prisma.sql`level = ANY(${[...level]}::level[])` : ANY,
    tenant: tenantIds ? Prisma.sql`tenant_id = ANY(${[...tenantIds]}::uuid[])` : ANY,
    rule: ruleId === undefined ? ANY : Prisma.sql`rule_id = ${ruleId}`,
    kind: entityKind === undefined ? ANY : Prisma.sql`entity_kind = ${entityKind}`,
    attack: attack ? Prisma.sql`attack && ${[...attack]}::text[]` : ANY,
    rest: Prisma.join(rest, ' AND '),
  }
}

/** Of one value alone an index gives the order as well. */
function oneOf(column: Prisma.Sql, values: readonly string[], type: Prisma.Sql): Prisma.Sql {
  const [only, ...others] = values
  return only !== undefined && others.length === 0
    ? Prisma.sql`${column} = ${only}::${type}`
    : Prisma.sql`${column} = ANY(${[...values]}::${type}[])`
}

function inGroup({ by, parts }: GroupKey): Prisma.Sql {
  const [first = '', ...others] = parts ?? []
  switch (by) {
    case 'rule':
      return Prisma.sql`rule_id = ${first}`
    case 'tenant':
      return Prisma.sql`tenant_id = ${first}::uuid`
    case 'tactic':
      return parts
        ? Prisma.sql`${first} = ANY(attack)`
        : Prisma.sql`NOT EXISTS (SELECT FROM unnest(attack) AS one WHERE one LIKE 'TA%')`
    default: {
      if (!parts) return Prisma.sql`entity_kind <> ${by}`
      const [site = '', kind = '', value = ''] = others
      return Prisma.sql`tenant_id = ${first}::uuid
        AND entity_site = ${site} AND entity_kind = ${kind} AND entity_value = ${value}`
    }
  }
}
