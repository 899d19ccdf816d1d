import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { Prisma } from '../generated/client.ts'
import { withScope } from '../with-scope.ts'
import { type AlertConditions, alertConditions } from './alert-conditions.ts'
import type { AlertFilter } from './alert-filter.ts'

export interface AlertFacetCount {
  facet: 'status' | 'level' | 'tenant' | 'rule' | 'kind' | 'tactic' | 'technique'
  value: string
  /** Of a rule. */
  title: string | null
  alerts: number
}

/** The part of a filter that is a facet's own. */
type Own = Exclude<keyof AlertConditions, 'rest'>

interface Facet {
  facet: AlertFacetCount['facet']
  own: Own
  value: Prisma.Sql
  /** Which ids of ATT&CK it counts. */
  ids?: Prisma.Sql
}

const FACETS: readonly Facet[] = [
  { facet: 'status', own: 'status', value: Prisma.sql`status::text` },
  { facet: 'level', own: 'level', value: Prisma.sql`level::text` },
  { facet: 'tenant', own: 'tenant', value: Prisma.sql`tenant_id::text` },
  { facet: 'rule', own: 'rule', value: Prisma.sql`rule_id` },
  { facet: 'kind', own: 'kind', value: Prisma.sql`entity_kind` },
  { facet: 'tactic', own: 'attack', value: Prisma.sql`one`, ids: Prisma.sql`AND one LIKE 'TA%'` },
  { facet: 'technique', own: 'attack', value: Prisma.sql`one`, ids: Prisma.sql`AND one ~ '^T[0-9]'` },
]

/** How many alerts have which value, most first; each facet without its own part of the filter. */
export function countAlertFacets(
  records: Records,
  scope: TenantScope,
  filter: AlertFilter,
  /** Values of each facet. */
  first: number,
): Promise<AlertFacetCount[]> {
  const { rest, ...own } = alertConditions(scope, filter)
  const parts = Object.keys(own) as Own[]
  const holds = (part: Own) => Prisma.raw(`in_${part}`)
  const flags = Prisma.join(parts.map((part) => Prisma.sql`${own[part]} AS ${holds(part)}`))
  const counts = FACETS.map(({ facet, own: mine, value, ids }) => {
    const others = Prisma.join(parts.filter((part) => part !== mine).map(holds), ' AND ')
    const from = ids ? Prisma.sql`base CROSS JOIN LATERAL unnest(attack) AS one` : Prisma.sql`base`
    return Prisma.sql`(SELECT ${facet}::text AS facet, ${value} AS value,
      ${facet === 'rule' ? Prisma.sql`max(rule_title)` : Prisma.sql`NULL::text`} AS title,
      sum(alerts)::int AS alerts
      FROM ${from} WHERE ${others} ${ids ?? Prisma.empty} GROUP BY 2 ORDER BY 4 DESC, 2 LIMIT ${first})`
  })
  return withScope(
    records,
    scope,
    (tx) => tx.$queryRaw<AlertFacetCount[]>`
      WITH alike AS (
        SELECT status, level, tenant_id, rule_id, max(rule_title) AS rule_title, entity_kind, attack,
          count(*) AS alerts
        FROM alerts WHERE ${rest} GROUP BY 1, 2, 3, 4, 6, 7
      ), base AS MATERIALIZED (SELECT *, ${flags} FROM alike)
      ${Prisma.join(counts, ' UNION ALL ')}`,
  )
}
