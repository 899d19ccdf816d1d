import type { Entity, Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import type { QueryStats, Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'

/** What a rule found in a source. */
export interface Verdict {
  ruleId: string
  ruleTitle: string
  level: Level
  attack: readonly string[]
  /** Events that it matched. */
  events: bigint
  /** Nanoseconds since the epoch: the first and the last of them. */
  first: bigint
  last: bigint
  /** Some that they are about. */
  entities: readonly Entity[]
}

const MOST = 500
const ENTITIES = 3

/**
 * What rules found in a source, the worst first; rules on trial left out.
 * @param since milliseconds since the epoch: nothing of it was received before
 */
export async function sourceVerdicts(
  store: Store,
  scope: TenantScope,
  { sourceId, since }: { sourceId: string; since: number },
): Promise<{ verdicts: Verdict[]; isCut: boolean; stats: QueryStats }> {
  const sql = `SELECT rule_id, any(rule_title), max(level_rank), any(attack), uniqExact(event_id) AS matched,
      toUnixTimestamp64Nano(min(event_time)), toUnixTimestamp64Nano(max(event_time)),
      groupUniqArray(${ENTITIES})((entity_site, entity_kind, entity_value))
    FROM (
      SELECT *, indexOf(['informational', 'low', 'medium', 'high', 'critical'], level) AS level_rank FROM detections
      WHERE ${IN_SCOPE} AND source_id = {source:UUID} AND received >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')
        AND NOT shadow)
    GROUP BY rule_id ORDER BY max(level_rank) DESC, matched DESC, rule_id LIMIT ${MOST + 1}`
  const { rows, stats } = await store.read(scope, { sql, params: { source: sourceId, since } })
  return { verdicts: rows.slice(0, MOST).map(toVerdict), isCut: rows.length > MOST, stats }
}

const LEVELS: readonly Level[] = ['informational', 'low', 'medium', 'high', 'critical']

function toVerdict(row: readonly unknown[]): Verdict {
  const [ruleId, ruleTitle, rank, attack, events, first, last, entities] = row
  return {
    ruleId: String(ruleId),
    ruleTitle: String(ruleTitle),
    level: LEVELS[Number(rank) - 1] ?? 'informational',
    attack: attack as string[],
    events: BigInt(String(events)),
    first: BigInt(String(first)),
    last: BigInt(String(last)),
    entities: (entities as [string, string, string][]).map(([site, kind, value]) => ({ site, kind, value })),
  }
}
