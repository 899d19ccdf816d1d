import DataLoader from 'dataloader'
import { z } from 'zod'
import { UserError } from '#core/errors'
import { type SourceSettings, sourceSettingsSchema } from '#core/parse/source-settings'
import type { Records } from '#core/records/create-records'
import {
  createIngestToken,
  type IngestToken,
  listIngestTokens,
  revokeIngestToken,
} from '#core/records/ingest-tokens'
import type { Membership } from '#core/records/memberships'
import { changeSource, ensureSource, listSources, type Source } from '#core/records/sources'
import { getTenants, setTenantRetention } from '#core/records/tenants'
import { toText } from '#core/records/to-text'
import type { Signals } from '#core/signals/signals'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { decodeGlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import { readInput } from '../read-input.ts'
import type { Rights } from '../rights.ts'
import { requireParser } from './require-parser.ts'

export type TenantParent = Membership
export type SourceParent = Source
export type IngestTokenParent = IngestToken

const name = z.string().trim().min(1).max(100)
const formatName = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be the name of a parser, or auto')
const newTokenSchema = z.object({
  source: name,
  site: z.string().trim().max(100).default(''),
  format: formatName.default('auto'),
  name,
})

const sourceChangeSchema = z.object({
  site: z.string().trim().max(100).optional(),
  format: formatName.optional(),
  ...sourceSettingsSchema.shape,
})

/** Changes of a tenant, by its global id. */
export interface TenantInput {
  id: string
  retentionDays?: number | null | undefined
}

/** Changes of a source, by its global id. */
export interface SourceInput {
  id: string
  site?: string | null | undefined
  format?: string | null | undefined
  zone?: string | null | undefined
  year?: number | null | undefined
  defaults?: unknown
  retentionDays?: number | null | undefined
}

export type NewIngestToken = z.input<typeof newTokenSchema> & { tenant: string }

interface Reference {
  tenantId: string
  id: string
}

export interface TenantService {
  /** Tenants of the asker, by name. */
  mine(): readonly TenantParent[]
  byId(tenantId: string): TenantParent | undefined
  bySlug(slug: string): TenantParent | undefined
  /** The key to tenants named by slug or id; without a list to all of the asker. @throws UserError BAD_USER_INPUT, NOT_FOUND */
  scopeOf(references: readonly string[] | null | undefined): TenantScope
  /** Undefined: as the installation says. */
  retentionDays(tenantId: string): Promise<number | undefined>
  source(reference: Reference): Promise<SourceParent | undefined>
  sources(tenantId: string): Promise<readonly SourceParent[]>
  /** Admins only. @throws UserError FORBIDDEN */
  ingestTokens(tenantId: string): Promise<readonly IngestTokenParent[]>
  /** Undefined for others than admins. */
  ingestToken(reference: Reference): Promise<IngestTokenParent | undefined>
  /** @returns the token and its secret, shown once. @throws UserError */
  createIngestToken(input: NewIngestToken): Promise<{ ingestToken: IngestTokenParent; secret: string }>
  /** What is undefined stays; null takes a setting back. @throws UserError */
  changeTenant(input: TenantInput): Promise<{ tenant: TenantParent }>
  /** The same of a source. @throws UserError */
  changeSource(input: SourceInput): Promise<{ source: SourceParent }>
  /** @throws UserError */
  revokeIngestToken(id: string): Promise<{ ingestToken: IngestTokenParent }>
}

export interface TenantDeps {
  records: Records
  signals: Signals
  rights: Rights
  budget: QueryBudget
  /** Nothing is kept for longer. */
  mostDays: number
}

export function createTenantService(deps: TenantDeps): TenantService {
  const { records, signals, rights, budget } = deps
  const bounds = `must be from 1 to ${deps.mostDays}`
  const daysSchema = z.object({ retentionDays: z.int().min(1, bounds).max(deps.mostDays, bounds).nullish() })

  function daysOf(days: number | null | undefined): number | null | undefined {
    return readInput(daysSchema, { retentionDays: days }).retentionDays
  }

  /** Rows of many tenants in one statement, handed out by tenant. */
  function byTenant<Row extends { tenantId: string }>(
    list: (scope: TenantScope) => Promise<readonly Row[]>,
  ): DataLoader<string, readonly Row[]> {
    return new DataLoader(async (tenantIds) => {
      budget.spend()
      const rows = await list(rights.scopeOf(tenantIds))
      return tenantIds.map((tenantId) => rows.filter((row) => row.tenantId === tenantId))
    })
  }
  const sources = byTenant((scope) => listSources(records, scope))
  const tokens = byTenant((scope) => listIngestTokens(records, scope))
  const tenants = byTenant((scope) => getTenants(records, scope))

  /** @throws UserError NOT_FOUND */
  function byReference(reference: string): TenantParent {
    const id = decodeGlobalId(reference)
    const tenant =
      id?.type === 'Tenant'
        ? rights.membership(id.tenantId)
        : (bySlug(reference) ?? rights.membership(reference))
    if (!tenant) throw new UserError('NOT_FOUND', `There is no tenant ${reference.slice(0, 100)}`)
    return tenant
  }

  function bySlug(slug: string): TenantParent | undefined {
    return rights.memberships.find((membership) => membership.slug === slug)
  }

  return {
    mine: () => rights.memberships,
    byId: rights.membership,
    bySlug,
    scopeOf(references) {
      if (references?.length === 0)
        throw new UserError(
          'BAD_USER_INPUT',
          'Name at least one tenant, or leave `tenants` out for all of yours',
        )
      const named = references?.map(byReference) ?? rights.memberships
      if (named.length === 0) throw new UserError('NOT_FOUND', 'You belong to no tenant')
      return rights.scopeOf(named.map(({ tenantId }) => tenantId))
    },
    async retentionDays(tenantId) {
      const [tenant] = await tenants.load(tenantId)
      return tenant?.retentionDays
    },
    async source({ tenantId, id }) {
      if (!rights.membership(tenantId)) return undefined
      return (await sources.load(tenantId)).find(({ sourceId }) => sourceId === id)
    },
    sources: async (tenantId) => (await sources.load(tenantId)).filter(({ isScratch }) => !isScratch),
    async ingestTokens(tenantId) {
      rights.require(tenantId, 'admin')
      return tokens.load(tenantId)
    },
    async ingestToken({ tenantId, id }) {
      if (rights.membership(tenantId)?.role !== 'admin') return undefined
      return (await tokens.load(tenantId)).find(({ tokenId }) => tokenId === id)
    },
    async createIngestToken(input) {
      const { tenantId } = byReference(input.tenant)
      const scope = rights.require(tenantId, 'admin')
      const { source: sourceName, site, format, ...token } = readInput(newTokenSchema, input)
      await requireParser(records, scope, format)
      const source = await ensureSource(records, scope, { tenantId, name: sourceName, site, format })
      const differs =
        (site !== '' && toText(site) !== source.site) || (format !== 'auto' && format !== source.format)
      if (differs)
        throw new UserError('CONFLICT', `The source ${sourceName} exists with another site or format`)
      const { sourceId } = source
      const created = await createIngestToken(records, scope, { tenantId, sourceId, ...token })
      await signals.publish('sourcesChanged', { tenantId })
      return { ingestToken: created.token, secret: created.secret }
    },
    async changeTenant({ id, retentionDays }) {
      const tenant = byReference(id)
      const { tenantId } = tenant
      const scope = rights.require(tenantId, 'admin')
      const days = daysOf(retentionDays)
      if (days !== undefined) {
        await setTenantRetention(records, scope, { tenantId, retentionDays: days })
        tenants.clear(tenantId)
        await signals.publish('sourcesChanged', { tenantId })
      }
      return { tenant }
    },
    async changeSource({ id, site, format, retentionDays, ...given }) {
      const reference = decodeGlobalId(id)
      const known = reference?.type === 'Source' ? reference : undefined
      const tenantId = known?.tenantId ?? ''
      const scope = rights.require(tenantId, 'admin')
      const source = (await sources.load(tenantId)).find(({ sourceId }) => sourceId === known?.id)
      if (!source) throw new UserError('NOT_FOUND', 'There is no such source')
      const { zone, year, defaults, ...change } = readInput(sourceChangeSchema, {
        ...{ site: site ?? undefined, format: format ?? undefined },
        ...changeSettings(source.settings, given),
      })
      if (change.format !== undefined) await requireParser(records, scope, change.format)
      const changed = await changeSource(records, scope, source.sourceId, {
        ...{ ...change, settings: { zone, year, defaults } },
        retentionDays: daysOf(retentionDays),
      })
      await signals.publish('sourcesChanged', { tenantId })
      return { source: changed }
    },
    async revokeIngestToken(id) {
      const reference = decodeGlobalId(id)
      const known = reference?.type === 'IngestToken' ? reference : undefined
      const scope = rights.require(known?.tenantId ?? '', 'admin')
      const ingestToken = known && (await revokeIngestToken(records, scope, known.id))
      if (!ingestToken) throw new UserError('NOT_FOUND', 'There is no such token')
      await signals.publish('tokenRevoked', { tokenId: ingestToken.tokenId })
      return { ingestToken }
    },
  }
}

/** Undefined keeps what is there, null takes it away. */
function changeSettings(
  now: SourceSettings,
  { zone, year, defaults }: Pick<SourceInput, 'zone' | 'year' | 'defaults'>,
) {
  return {
    zone: zone === undefined ? now.zone : (zone ?? undefined),
    year: year === undefined ? now.year : (year ?? undefined),
    defaults: defaults === undefined ? now.defaults : (defaults ?? undefined),
  }
}
