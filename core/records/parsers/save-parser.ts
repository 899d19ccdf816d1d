import { UserError } from '../../errors.ts'
import { uuidV7 } from '../../event/uuid-v7.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { Records } from '../create-records.ts'
import { orConflict } from '../or-conflict.ts'
import { withClaims, withScope } from '../with-scope.ts'
import { type ParserOwner, type ParserVersion, toParserVersion } from './parser-version.ts'

/** Parsers of one owner: each costs every worker memory. */
const MOST_PARSERS = 200

export interface ParserChange {
  owner: ParserOwner
  name: string
  /** Undefined retires the parser. */
  definition: string | undefined
  /** The version that the change was made from, 0 for none; undefined takes whatever is there. */
  basedOn: number | undefined
  savedBy: string
}

/**
 * Adds a version; those before are kept. The caller publishes `parsersChanged`.
 * @param scope holds the owning tenant; for an organization, that the asker may write for all its tenants is asked before
 * @throws UserError CONFLICT when somebody else saved since `basedOn`, NOT_FOUND when there is nothing to retire,
 *   BAD_USER_INPUT when the owner has too many
 */
export function saveParser(
  records: Records,
  scope: TenantScope,
  change: ParserChange,
): Promise<ParserVersion> {
  const { owner, name, definition, basedOn, savedBy } = change
  const ownedBy =
    'tenantId' in owner
      ? { tenantId: scope.narrow(owner.tenantId).tenantIds[0] ?? '', organizationId: null }
      : { tenantId: null, organizationId: owner.organizationId }
  const within: typeof withScope =
    'tenantId' in owner
      ? withScope
      : (to, { tenantIds }, work) =>
          withClaims(to, { tenants: tenantIds.join(','), organization: owner.organizationId }, work)
  return within(records, scope, async (tx) => {
    const last = await tx.parserVersion.findFirst({
      where: { ...ownedBy, name },
      orderBy: { version: 'desc' },
      select: { version: true, definition: true },
    })
    const inForce = last?.definition == null ? 0 : last.version
    if (basedOn !== undefined && basedOn !== inForce)
      throw new UserError(
        'CONFLICT',
        `Somebody saved ${name} meanwhile: it is at version ${last?.version ?? 0}`,
      )
    if (definition === undefined && inForce === 0)
      throw new UserError('NOT_FOUND', `There is no parser ${name} to retire`)
    if (!last) {
      const names = await tx.parserVersion.groupBy({ by: ['name'], where: ownedBy })
      if (names.length >= MOST_PARSERS)
        throw new UserError(
          'BAD_USER_INPUT',
          `There are ${MOST_PARSERS} parsers already: retire names and use them again`,
        )
    }
    const data = {
      ...{ id: uuidV7(Date.now()), ...ownedBy, name, savedBy },
      version: (last?.version ?? 0) + 1,
      definition: definition ?? null,
    }
    const creating = tx.parserVersion.create({ data })
    return toParserVersion(await orConflict(`Somebody saved ${name} meanwhile`, creating))
  })
}
