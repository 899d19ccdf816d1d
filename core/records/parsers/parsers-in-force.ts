import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type ParserVersion, toParserVersion } from './parser-version.ts'

/** A parser that reads the lines of a tenant. */
export interface ParserInForce {
  tenantId: string
  versionId: string
}

/** Of each tenant in scope, its own parsers and those for all of which it has none of that name, by name. Ids only: many tenants share them. */
export function parsersInForce(records: Records, scope: TenantScope): Promise<ParserInForce[]> {
  return withScope(
    records,
    scope,
    (tx) => tx.$queryRaw<ParserInForce[]>`
      SELECT "tenantId", "versionId" FROM (
        SELECT DISTINCT ON ("tenantId", name) * FROM (
          SELECT DISTINCT ON (t.id, v.organization_id, v.name)
            t.id AS "tenantId", v.id AS "versionId", v.name, v.organization_id, v.definition IS NOT NULL AS used
          FROM tenants t JOIN parser_versions v ON v.tenant_id = t.id OR v.organization_id = t.organization_id
          WHERE t.id = ANY (${[...scope.tenantIds]}::uuid[])
          ORDER BY t.id, v.organization_id, v.name, v.version DESC
        ) newest
        WHERE used
        ORDER BY "tenantId", name, organization_id NULLS FIRST
      ) chosen
      ORDER BY "tenantId", name`,
  )
}

/** Versions by id, as far as the scope sees them. */
export function parserVersions(
  records: Records,
  scope: TenantScope,
  versionIds: readonly string[],
): Promise<ParserVersion[]> {
  if (versionIds.length === 0) return Promise.resolve([])
  return withScope(records, scope, async (tx) =>
    (await tx.parserVersion.findMany({ where: { id: { in: [...versionIds] } } })).map(toParserVersion),
  )
}
