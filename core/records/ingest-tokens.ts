import { UserError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import type { SourceSettings } from '../parse/source-settings.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { IngestToken as IngestTokenRow } from './generated/client.ts'
import { lookUpToken } from './look-up-token.ts'
import { readSettings } from './read-settings.ts'
import { hashToken, hasTokenShape, newTokenSecret } from './token-secret.ts'
import { withScope } from './with-scope.ts'

export interface IngestToken {
  tokenId: string
  tenantId: string
  sourceId: string
  name: string
  prefix: string
  createdAt: Date
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}

/** What a shipper may do: hand in records of this source. */
export interface IngestGrant {
  tokenId: string
  tenantId: string
  sourceId: string
  sourceName: string
  site: string
  format: string
  zoneMinutes: number
  settings: SourceSettings
  /** Of the source, else of the tenant. */
  retentionDays: number | undefined
}

/** @returns the token and its secret, which is never seen again. @throws UserError NOT_FOUND without the source */
export function createIngestToken(
  records: Records,
  scope: TenantScope,
  { tenantId, sourceId, name }: { tenantId: string; sourceId: string; name: string },
): Promise<{ token: IngestToken; secret: string }> {
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    const source = await tx.source.findUnique({ where: { tenantId_id: { tenantId, id: sourceId } } })
    if (!source) throw new UserError('NOT_FOUND', 'There is no such source')
    const { secret, hash, prefix } = newTokenSecret('nji_')
    const data = { tenantId, id: uuidV7(Date.now()), sourceId, name, hash, prefix }
    return { token: toToken(await tx.ingestToken.create({ data })), secret }
  })
}

/** @returns undefined for a secret that is unknown or revoked. @throws UnavailableError, also under a flood of guesses */
export async function resolveIngestToken(records: Records, secret: string): Promise<IngestGrant | undefined> {
  if (!hasTokenShape(secret, 'nji_')) return undefined
  return lookUpToken(records, hashToken(secret), async (tx, hash) => {
    const [grant] = await tx.$queryRaw<(IngestGrant & { retentionDays: number | null })[]>`
      SELECT token_id AS "tokenId", tenant_id AS "tenantId", source_id AS "sourceId", source_name AS "sourceName",
             site, format, zone_minutes AS "zoneMinutes", settings,
             retention_days AS "retentionDays"
      FROM resolve_ingest_token(${hash})`
    if (!grant) return undefined
    const { settings, retentionDays } = grant
    return { ...grant, settings: readSettings(settings), retentionDays: retentionDays ?? undefined }
  })
}

/** The newest first, revoked ones too. */
export function listIngestTokens(records: Records, scope: TenantScope): Promise<IngestToken[]> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] } }
    return (await tx.ingestToken.findMany({ where, orderBy: { id: 'desc' } })).map(toToken)
  })
}

/**
 * The caller publishes `tokenRevoked`, so that the doors forget what they remember.
 * @returns the token as it is now; undefined when there is none
 */
export function revokeIngestToken(
  records: Records,
  scope: TenantScope,
  tokenId: string,
): Promise<IngestToken | undefined> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: tokenId }
    await tx.ingestToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } })
    const row = await tx.ingestToken.findFirst({ where })
    return row ? toToken(row) : undefined
  })
}

function toToken({ id, tenantId, sourceId, name, prefix, ...row }: IngestTokenRow): IngestToken {
  const { createdAt } = row
  const times = { createdAt, lastUsedAt: row.lastUsedAt ?? undefined, revokedAt: row.revokedAt ?? undefined }
  return { tokenId: id, tenantId, sourceId, name, prefix, ...times }
}
