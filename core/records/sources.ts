import { UserError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import { type SourceSettings, sourceSettingsSchema } from '../parse/source-settings.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { Source as SourceRow } from './generated/client.ts'
import { orConflict } from './or-conflict.ts'
import { readSettings } from './read-settings.ts'
import { withClaims, withScope } from './with-scope.ts'

/** Where records come from. */
export interface Source {
  tenantId: string
  sourceId: string
  sourceName: string
  site: string
  /** Parser name, or `auto`. */
  format: string
  /** Minutes east of UTC for times without a zone. */
  zoneMinutes: number
  settings: SourceSettings
  /** For how many days its events are kept and shown; undefined: as the tenant says. */
  retentionDays: number | undefined
  /** UDP and TCP port of its own syslog door. */
  syslogPort: number | undefined
  /** Holds what was in a dropped file, and goes with it. */
  isScratch: boolean
}

export interface NewSource {
  tenantId: string
  name: string
  site?: string
  format?: string
  zoneMinutes?: number
}

/** @throws UserError CONFLICT when the tenant has a source of that name */
export function createSource(records: Records, scope: TenantScope, source: NewSource): Promise<Source> {
  return withScope(records, scope.narrow(source.tenantId), async (tx) => {
    const creating = tx.source.create({ data: { id: uuidV7(Date.now()), ...source } })
    return toSource(await orConflict(`The tenant has a source named ${source.name}`, creating))
  })
}

/** The source of that name, made where it is missing; one that exists keeps its site and format. */
export async function ensureSource(records: Records, scope: TenantScope, source: NewSource): Promise<Source> {
  const { tenantId, name } = source
  return withScope(records, scope.narrow(tenantId), async (tx) =>
    toSource(
      await tx.source.upsert({
        where: { tenantId_name: { tenantId, name } },
        create: { id: uuidV7(Date.now()), ...source },
        update: {},
      }),
    ),
  )
}

/** By name, those of dropped files too. */
export function listSources(records: Records, scope: TenantScope): Promise<Source[]> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] } }
    const include = { droppedFile: { select: { id: true } } }
    return (await tx.source.findMany({ where, include, orderBy: { name: 'asc' } })).map(toSource)
  })
}

/** Every source with a port, of all tenants: what the syslog doors listen on. Days are the tenant's where it says none. */
export function listSyslogSources(records: Records): Promise<(Source & { port: number })[]> {
  return withClaims(records, { door: 'syslog' }, async (tx) => {
    const rows = await tx.source.findMany({
      where: { syslogPort: { not: null } },
      include: { tenant: { select: { retentionDays: true } } },
    })
    return rows.flatMap(({ tenant, ...row }) => {
      if (row.syslogPort === null) return []
      const retentionDays = row.retentionDays ?? tenant.retentionDays ?? undefined
      return { ...toSource(row), retentionDays, port: row.syslogPort }
    })
  })
}

/**
 * Gives the source a syslog door, or takes it away.
 * @throws UserError NOT_FOUND, CONFLICT when another source has the port
 */
export function setSyslogPort(
  records: Records,
  scope: TenantScope,
  { sourceId, port }: { sourceId: string; port: number | undefined },
): Promise<void> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: sourceId }
    const updating = tx.source.updateMany({ where, data: { syslogPort: port ?? null } })
    const { count } = await orConflict(`Port ${port} belongs to another source`, updating)
    if (count === 0) throw new UserError('NOT_FOUND', 'There is no such source')
  })
}

/** What a person may say anew of a source. */
export interface SourceChange {
  site?: string | undefined
  format?: string | undefined
  /** All of them: what is not there is no longer said. */
  settings?: SourceSettings | undefined
  /** Null: as the tenant says. */
  retentionDays?: number | null | undefined
}

/**
 * For lines that come from now on. The caller publishes `sourcesChanged`.
 * @throws UserError NOT_FOUND
 */
export function changeSource(
  records: Records,
  scope: TenantScope,
  sourceId: string,
  { site, format, settings, retentionDays }: SourceChange,
): Promise<Source> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: sourceId }
    const data = {
      ...(site !== undefined && { site }),
      ...(format !== undefined && { format }),
      ...(settings !== undefined && { settings: sourceSettingsSchema.parse(settings) }),
      ...(retentionDays !== undefined && { retentionDays }),
    }
    await tx.source.updateMany({ where, data })
    const row = await tx.source.findFirst({ where })
    if (!row) throw new UserError('NOT_FOUND', 'There is no such source')
    return toSource(row)
  })
}

function toSource(row: SourceRow & { droppedFile?: object | null }): Source {
  const { tenantId, id, name, site, format, zoneMinutes, settings, retentionDays, syslogPort } = row
  return {
    tenantId,
    sourceId: id,
    sourceName: name,
    site,
    format,
    zoneMinutes,
    settings: readSettings(settings),
    retentionDays: retentionDays ?? undefined,
    syslogPort: syslogPort ?? undefined,
    isScratch: Boolean(row.droppedFile),
  }
}
