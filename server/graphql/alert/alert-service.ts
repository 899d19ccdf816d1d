import DataLoader from 'dataloader'
import { UserError } from '#core/errors'
import type { Level } from '#core/event/detection'
import type { Alert, CloseReason } from '#core/records/alerts/alert'
import type { AlertFilter } from '#core/records/alerts/alert-filter'
import { alertsAbout } from '#core/records/alerts/alerts-about'
import { alertsOfFindings, type Finding } from '#core/records/alerts/alerts-of-findings'
import { closeAlert, reopenAlert } from '#core/records/alerts/close-alert'
import { type AlertFacetCount, countAlertFacets } from '#core/records/alerts/count-alert-facets'
import { countOpenAlerts } from '#core/records/alerts/count-open-alerts'
import { getAlerts } from '#core/records/alerts/get-alert'
import { type GroupedAlerts, groupAlerts } from '#core/records/alerts/group-alerts'
import type { AlertGrouping } from '#core/records/alerts/group-key'
import { countAlerts, listAlerts } from '#core/records/alerts/list-alerts'
import type { Records } from '#core/records/create-records'
import { getPeople, type Person } from '#core/records/people'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { decodeGlobalId, type GlobalId } from '../global-id.ts'
import { once } from '../once.ts'
import type { Page } from '../page-of.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'

export type AlertParent = Alert
export type AlertGroupParent = GroupedAlerts
export type AlertFacetsParent = readonly AlertFacetCount[]

/** A page of alerts; what is asked for is fetched when it is asked for. */
export interface AlertConnectionParent {
  page(): Promise<{ alerts: Alert[]; hasNextPage: boolean }>
  total(): Promise<number>
  hasPreviousPage: boolean
}

interface Closing {
  id: string
  reason: CloseReason
  note?: string | undefined
  version?: number | undefined
  /** Id of the person or API token. */
  by: string
}

const LONGEST_NOTE = 4_000

export interface AlertService {
  list(scope: TenantScope, filter: AlertFilter, page: Page): AlertConnectionParent
  groups(
    scope: TenantScope,
    filter: AlertFilter,
    grouping: { by: AlertGrouping; first: number },
  ): Promise<{ groups: AlertGroupParent[]; total: number }>
  facets(scope: TenantScope, filter: AlertFilter, first: number): Promise<AlertFacetsParent>
  /** About any of the entities, of the asker's tenants: the last seen first. */
  about(
    entities: Parameters<typeof alertsAbout>[2],
    range: { from: bigint; to: bigint },
    first: number,
  ): Promise<AlertParent[]>
  byId(id: Pick<GlobalId, 'tenantId' | 'id'>): Promise<AlertParent | undefined>
  /** The alert that counts what a rule found. */
  ofFinding(finding: Finding): Promise<AlertParent | undefined>
  openCounts(tenantId: string): Promise<{ level: Level; count: number }[]>
  /** Undefined for an API token. */
  person(id: string): Promise<Person | undefined>
  /** @throws UserError */
  close(closing: Closing): Promise<{ alert: AlertParent }>
  /** @throws UserError */
  reopen(reopening: Pick<Closing, 'id' | 'version'>): Promise<{ alert: AlertParent }>
}

export interface AlertDeps {
  records: Records
  rights: Rights
  budget: QueryBudget
}

export function createAlertService({ records, rights, budget }: AlertDeps): AlertService {
  const alerts = new DataLoader(
    async (ids: readonly Pick<GlobalId, 'tenantId' | 'id'>[]) => {
      budget.spend()
      const scope = rights.scopeOf(ids.map(({ tenantId }) => tenantId))
      const found = await getAlerts(
        records,
        scope,
        ids.map(({ id }) => id),
      )
      return ids.map(({ tenantId, id }) =>
        found.find((alert) => alert.alertId === id && alert.tenantId === tenantId),
      )
    },
    { cacheKeyFn: ({ tenantId, id }) => `${tenantId}:${id}` },
  )

  const byFinding = new DataLoader(async (findings: readonly Finding[]) => {
    budget.spend()
    const scope = rights.scopeOf(findings.map(({ tenantId }) => tenantId))
    return alertsOfFindings(records, scope, findings)
  })

  const counts = new DataLoader(async (tenantIds: readonly string[]) => {
    budget.spend()
    const rows = await countOpenAlerts(records, rights.scopeOf(tenantIds))
    return tenantIds.map((tenantId) => rows.filter((row) => row.tenantId === tenantId))
  })

  const people = new DataLoader(async (ids: readonly string[]) => {
    budget.spend()
    const found = await getPeople(records, ids)
    return ids.map((id) => found.find((person) => person.id === id))
  })

  /** Where the caller may work on it. @throws UserError NOT_FOUND, FORBIDDEN */
  function workOn(globalId: string): { alertId: string; scope: TenantScope } {
    const id = decodeGlobalId(globalId)
    const known = id?.type === 'Alert' ? id : undefined
    const scope = rights.require(known?.tenantId ?? '', 'analyst')
    return { alertId: known?.id ?? '', scope }
  }

  return {
    list: (scope, filter, { first, after }) => ({
      page: once(() => {
        budget.spend()
        const position = after && { lastSeen: after.time, alertId: after.id }
        return listAlerts(records, scope, filter, { first, after: position })
      }),
      total: once(() => {
        budget.spend()
        return countAlerts(records, scope, filter)
      }),
      hasPreviousPage: after !== undefined,
    }),
    groups(scope, filter, grouping) {
      budget.spend()
      return groupAlerts(records, scope, filter, grouping)
    },
    facets(scope, filter, first) {
      budget.spend()
      return countAlertFacets(records, scope, filter, first)
    },
    async about(entities, range, first) {
      if (entities.length === 0) return []
      budget.spend()
      const scope = rights.scopeOf([...new Set(entities.map(({ tenantId }) => tenantId))])
      return alertsAbout(records, scope, entities, range, first)
    },
    byId: async (id) => (rights.membership(id.tenantId) ? alerts.load(id) : undefined),
    ofFinding: (finding) => byFinding.load(finding),
    openCounts: (tenantId) => counts.load(tenantId),
    person: (id) => people.load(id),
    async close({ id, reason, note, version, by }) {
      const { alertId, scope } = workOn(id)
      if (note !== undefined && note.length > LONGEST_NOTE)
        throw new UserError('BAD_USER_INPUT', `The note may have ${LONGEST_NOTE} characters`)
      const closing = { alertId, reason, note, version, by, now: new Date() }
      return { alert: await closeAlert(records, scope, closing) }
    },
    async reopen({ id, version }) {
      const { alertId, scope } = workOn(id)
      return { alert: await reopenAlert(records, scope, { alertId, version }) }
    },
  }
}
