import { uuidV7 } from '../event/uuid-v7.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { ApiToken as ApiTokenRow } from './generated/client.ts'
import { lookUpToken } from './look-up-token.ts'
import type { Membership, Role } from './memberships.ts'
import { hashToken, hasTokenShape, newTokenSecret } from './token-secret.ts'
import { withScope } from './with-scope.ts'

export interface ApiToken {
  tokenId: string
  tenantId: string
  name: string
  role: Role
  prefix: string
  createdAt: Date
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}

/** What a program may do: ask in one tenant. */
export interface ApiGrant {
  tokenId: string
  name: string
  tenantId: string
  role: Role
  membership: Membership
}

/** @returns the token and its secret, which is never seen again */
export function createApiToken(
  records: Records,
  scope: TenantScope,
  { tenantId, name, role }: { tenantId: string; name: string; role: Role },
): Promise<{ token: ApiToken; secret: string }> {
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    const { secret, hash, prefix } = newTokenSecret('nja_')
    const data = { tenantId, id: uuidV7(Date.now()), name, role, hash, prefix }
    return { token: toToken(await tx.apiToken.create({ data })), secret }
  })
}

interface ApiGrantRow extends Membership {
  tokenId: string
  tokenName: string
}

/** @returns undefined for a secret that is unknown or revoked. @throws UnavailableError, also under a flood of guesses */
export async function resolveApiToken(records: Records, secret: string): Promise<ApiGrant | undefined> {
  if (!hasTokenShape(secret, 'nja_')) return undefined
  return lookUpToken(records, hashToken(secret), async (tx, hash) => {
    const [row] = await tx.$queryRaw<ApiGrantRow[]>`
      SELECT token_id AS "tokenId", token_name AS "tokenName", role, tenant_id AS "tenantId",
             slug, name, code, hue, organization
      FROM resolve_api_token(${hash})`
    if (!row) return undefined
    const { tokenId, tokenName, ...membership } = row
    return { tokenId, name: tokenName, tenantId: membership.tenantId, role: membership.role, membership }
  })
}

/** The newest first, revoked ones too. */
export function listApiTokens(records: Records, scope: TenantScope): Promise<ApiToken[]> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] } }
    return (await tx.apiToken.findMany({ where, orderBy: { id: 'desc' } })).map(toToken)
  })
}

/**
 * The caller publishes `tokenRevoked`, so that open subscriptions end.
 * @returns the token as it is now; undefined when there is none
 */
export function revokeApiToken(
  records: Records,
  scope: TenantScope,
  tokenId: string,
): Promise<ApiToken | undefined> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: tokenId }
    await tx.apiToken.updateMany({ where: { ...where, revokedAt: null }, data: { revokedAt: new Date() } })
    const row = await tx.apiToken.findFirst({ where })
    return row ? toToken(row) : undefined
  })
}

function toToken({ id, tenantId, name, role, prefix, ...row }: ApiTokenRow): ApiToken {
  const { createdAt } = row
  const times = { createdAt, lastUsedAt: row.lastUsedAt ?? undefined, revokedAt: row.revokedAt ?? undefined }
  return { tokenId: id, tenantId, name, role, prefix, ...times }
}
