import { isDeepStrictEqual } from 'node:util'
import type { Categorise } from '#core/categorise/categorise'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { Log } from '#core/log'
import type { RuleSources } from '../../rules/place-folders.ts'
import type { RuleMetrics } from './create-rule-metrics.ts'
import { createTurns } from './create-turns.ts'
import { createKnowledgeLoader, type Knowledge } from './load-knowledge.ts'
import { type RuleCounts, sayCounts } from './rule-counts.ts'
import type { Ruling } from './ruling.ts'
import { watchFolders } from './watch-folders.ts'

/** What judges a payload, from its first record to its last. */
export interface RulesInForce {
  categorise: Categorise
  rulingOf(tenantId: string): Ruling
}

export interface KeptKnowledge {
  /**
   * Something made of the rules in force, made anew when those change. The answer waits for the tenants that the rules
   * configuration names: judged by the wrong rules, an event would stay so. It throws UnavailableError when they cannot
   * be asked for.
   */
  derive<T>(make: (rules: RulesInForce) => T): () => Promise<T>
  /** A rule as it is for a tenant. */
  ruleOf(tenantId: string, ruleId: string): SigmaRule | undefined
  /** Reads what changed; what was there stays in use until then, or for good when reading fails. */
  reload(): Promise<void>
  counts(): RuleCounts
  close(): Promise<void>
}

interface KeepOptions {
  sources: RuleSources
  /** Ids by slug, of those that exist. */
  tenantIds: (slugs: readonly string[]) => Promise<ReadonlyMap<string, string>>
  metrics: RuleMetrics
  log: Log
}

type TenantIds = ReadonlyMap<string, string>

/**
 * Keeps the rules in force those on disk. They are looked at when the system tells of a change, and by the clock, as are
 * the tenants that they name.
 * @throws Error when a folder of rules is missing or the rules configuration is wrong
 */
export async function keepKnowledge({
  sources,
  tenantIds,
  metrics,
  log,
}: KeepOptions): Promise<KeptKnowledge> {
  const load = createKnowledgeLoader(sources, log)
  const turns = createTurns()
  let knowledge = await load()
  let known: TenantIds | undefined
  let rules: RulesInForce | undefined
  let trouble = ''
  const watch = watchFolders({ onChange: () => void reload() })
  show(knowledge)

  function show(shown: Knowledge): void {
    metrics.loaded(shown, Date.now())
    log.info(shown.counts, sayCounts(shown.counts))
    watch.follow(shown.folders, sources.file)
  }

  async function renew(): Promise<void> {
    const next = await load()
    const ids = await idsOf(next)
    if (rules && next === knowledge && isDeepStrictEqual(ids, known)) return
    rules = inForce(next, ids)
    known = ids
    if (next !== knowledge) show(next)
    knowledge = next
  }

  async function idsOf({ tenants }: Knowledge): Promise<TenantIds> {
    return tenants.size === 0 ? new Map() : tenantIds([...tenants.keys()])
  }

  let waiting: Promise<void> | undefined
  function reload(): Promise<void> {
    // One that has not begun yet will see what this one should.
    waiting ??= turns.take(async () => {
      waiting = undefined
      try {
        await renew()
        trouble = ''
      } catch (error) {
        metrics.failed()
        const message = String(error)
        if (message !== trouble) log.error({ err: error }, 'rules not read again: those before stay in force')
        trouble = message
      }
    })
    return waiting
  }

  async function current(): Promise<RulesInForce> {
    if (rules) return rules
    const from = knowledge
    const ids = await idsOf(from)
    if (!rules) {
      rules = inForce(from, ids)
      known = ids
    }
    return rules
  }

  return {
    derive<T>(make: (rules: RulesInForce) => T) {
      let last: { from: RulesInForce; made: T } | undefined
      return async () => {
        const from = await current()
        if (last?.from !== from) last = { from, made: make(from) }
        return last.made
      }
    },
    ruleOf: (tenantId, ruleId) => (rules?.rulingOf(tenantId) ?? knowledge.ruling).ruleOf(ruleId),
    reload,
    counts: () => knowledge.counts,
    async close() {
      watch.close()
      await turns.take(async () => {})
    },
  }
}

function inForce({ categorise, ruling, tenants }: Knowledge, ids: TenantIds): RulesInForce {
  const byId = new Map<string, Ruling>()
  for (const [slug, tenant] of tenants) {
    const id = ids.get(slug)
    if (id !== undefined) byId.set(id, tenant)
  }
  return { categorise, rulingOf: (tenantId) => byId.get(tenantId) ?? ruling }
}
