import type { Categorise } from '#core/categorise/categorise'
import type { createExplainer } from '#core/detect/match/create-explainer'
import { type OutlineRow, outlineExplanation } from '#core/detect/match/outline-explanation'
import type { LogSource } from '#core/detect/rule/sigma-rule'
import type { Router } from '#core/detect/sources/create-router'
import type { SourceVerdict } from '#core/detect/sources/source-verdict'
import { createEnrich } from '#core/enrich/create-enrich'
import type { Event } from '#core/event/event'
import { sourceFields } from '#core/investigate/source-fields'
import { findOrigins } from '#core/parse/origins/find-origins'
import { createReadText } from '#core/parse/origins/reading'
import { toBytes } from '#core/parse/origins/to-bytes'
import type { Records } from '#core/records/create-records'
import { runInSlices } from '../../../rules/run-in-slices.ts'
import type { RulesOf } from '../../keep-rulebook.ts'
import type { EventService } from '../event/event-service.ts'
import type { EventGlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'
import type { TenantService } from '../tenant/tenant-service.ts'
import { parseLineFor } from './parse-line-for.ts'
import { type RankedRule, rankRules } from './rank-rules.ts'

/** Its answers are undefined for an event that is not there for the asker, and for a rule that its tenant does not have. */
export type WhyService = ReturnType<typeof createWhyService>

/** What is made once for all askers. */
export interface WhyKnowledge {
  rulesOf: RulesOf
  router: Router
  explain: ReturnType<typeof createExplainer>
  categorise: Categorise
}

interface WhyDeps extends WhyKnowledge {
  records: Records
  rights: Rights
  budget: QueryBudget
  events: EventService
  tenants: TenantService
}

const enrich = createEnrich()
const KEYS = ['product', 'category', 'service'] as const

export function createWhyService(deps: WhyDeps) {
  const { rulesOf, router, explain, categorise, records, rights, budget, events, tenants } = deps

  async function bookFor({ tenantId }: Event) {
    const tenant = tenants.byId(tenantId)
    if (!tenant) throw new Error('An event outside of the tenants of its reader')
    return rulesOf(tenant.slug)
  }

  async function firedBy(event: Event): Promise<ReadonlySet<string>> {
    return new Set((await events.detectionsOf(event)).map(({ ruleId }) => ruleId))
  }

  return {
    async rulesFor(reference: EventGlobalId, text: string, first: number) {
      const event = await events.byId(reference)
      if (!event) return undefined
      const [book, fired] = await Promise.all([bookFor(event), firedBy(event)])
      const meets = router.meeting(event)
      const all = [...book.values()].map((standing) => ({
        ...standing,
        fired: fired.has(standing.rule.id),
        fits: meets(standing.rule.logSource),
      }))
      const found = rankRules(all, text)
      return { rules: found.slice(0, first).map(toRule), total: found.length }
    },
    async explain(reference: EventGlobalId, ruleId: string) {
      const event = await events.byId(reference)
      if (!event) return undefined
      const [book, fired] = await Promise.all([bookFor(event), firedBy(event)])
      const standing = book.get(ruleId)
      if (!standing) return undefined
      const { matches, routed, source, condition } = explain(standing.rule, event)
      const { rows, left } = outlineExplanation(condition)
      return {
        rule: toRule({ ...standing, fired: fired.has(ruleId), fits: routed }),
        matches,
        logSource: partsOf(standing.rule.logSource, source),
        knownAs: source.known.map(nameOf),
        rows: rows.map(toRow),
        rowsLeft: left,
      }
    },
    async origins(reference: EventGlobalId) {
      const event = await events.byId(reference)
      if (!event) return undefined
      const { raw, received, tenantId, sourceId } = event
      budget.spend()
      const [source, parseLine] = await Promise.all([
        tenants.source({ tenantId, id: sourceId }),
        parseLineFor(records, rights.scopeOf([tenantId])),
      ])
      const { format = 'auto', zoneMinutes = 0, settings = {} } = source ?? {}
      const { zone, year, defaults = {} } = settings
      const read = createReadText(parseLine, format, { received, zoneMinutes, zone, year })
      const found = await runInSlices(findOrigins(raw, read))
      return {
        fields: sourceFields(event, found, { defaults, categorise, enrich }).map(
          ({ field, kind, stretches, parser }) => ({ field, kind, bytes: toBytes(raw, stretches), parser }),
        ),
        parser: found.reading.parser,
        isComplete: found.isComplete,
      }
    },
  }
}

function toRule({ rule: { id, title, attack }, level, mode, reason, fired, fits }: RankedRule) {
  return { ruleId: id, title, level, attack: [...attack], mode, reason, fired, fits }
}

function partsOf(logSource: LogSource, verdict: SourceVerdict) {
  return KEYS.flatMap((key) => {
    const value = logSource[key]
    return value === undefined ? [] : { key, value, fits: verdict[key] ?? true }
  })
}

function nameOf(source: LogSource): string {
  return KEYS.flatMap((key) => source[key] ?? []).join(' / ')
}

function toRow({ needs, isMissing, modifiers, wanted, found, ...row }: OutlineRow) {
  const verdict: 'missing' | 'met' | 'unmet' = isMissing ? 'missing' : row.holds ? 'met' : 'unmet'
  return {
    ...row,
    verdict,
    needsAll: needs === 'all',
    modifiers: [...modifiers],
    wanted: [...wanted],
    found: [...found],
  }
}
