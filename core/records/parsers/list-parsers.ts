import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { withScope } from '../with-scope.ts'
import { type ParserVersion, toParserVersion } from './parser-version.ts'

/**
 * Every version of the parsers of the tenants in scope and of those for all tenants of their organizations: by name,
 * the newest first. Retired ones too.
 */
export function listParsers(records: Records, scope: TenantScope, name?: string): Promise<ParserVersion[]> {
  return withScope(records, scope, async (tx) => {
    const tenantIds = [...scope.tenantIds]
    const rows = await tx.parserVersion.findMany({
      where: {
        OR: [
          { tenantId: { in: tenantIds } },
          { organization: { tenants: { some: { id: { in: tenantIds } } } } },
        ],
        ...(name !== undefined && { name }),
      },
      orderBy: [{ name: 'asc' }, { version: 'desc' }],
    })
    return rows.map(toParserVersion)
  })
}
