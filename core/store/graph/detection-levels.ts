import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { type EntityKind, type GraphEntity, keyOfEntity } from './entity.ts'
import { endsOf } from './touching.ts'

/** Detections of one rule that are about an entity. */
export interface RuleHits {
  ruleId: string
  ruleTitle: string
  level: Level
  count: number
}

/** What a detection calls the kind; others are never what one is about. */
const KINDS: ReadonlyMap<EntityKind, string> = new Map([
  ['host', 'host'],
  ['user', 'user'],
  ['address', 'ip'],
  ['domain', 'domain'],
])

const MOST = 5_000

/** By key of the entity, rules with the most hits first; rules on trial left out. */
export async function detectionLevels(
  store: Store,
  scope: TenantScope,
  entities: readonly GraphEntity[],
  range: TimeSpan,
): Promise<ReadonlyMap<string, RuleHits[]>> {
  const byKey = new Map<string, RuleHits[]>()
  const ends = endsOf(entities)
  const asked = [...KINDS].filter(([kind]) => ends.has(kind))
  if (asked.length === 0) return byKey
  const about = asked.map(
    ([kind, name]) => `(entity_kind = '${name}' AND entity_value IN {of_${kind}:Array(String)})`,
  )
  const sql = `SELECT tenant_id, entity_kind, entity_value, rule_id, any(rule_title), level, count() AS n FROM detections
    WHERE ${IN_SCOPE} AND ${IN_RANGE} AND NOT shadow AND (${about.join(' OR ')})
    GROUP BY tenant_id, entity_kind, entity_value, rule_id, level ORDER BY n DESC, rule_id LIMIT ${MOST}`
  const values = Object.fromEntries(asked.map(([kind]) => [`of_${kind}`, ends.get(kind)]))
  const { rows } = await store.read(scope, { sql, params: { ...rangeParams(range), ...values } })
  for (const [tenant, named, value, ruleId, ruleTitle, level, count] of rows) {
    const kind = asked.find(([, name]) => name === named)?.[0]
    if (kind === undefined) continue
    const key = keyOfEntity({ tenantId: String(tenant), kind, value: String(value) })
    const hits = {
      ruleId: String(ruleId),
      ruleTitle: String(ruleTitle),
      level: level as Level,
      count: Number(count),
    }
    byKey.set(key, [...(byKey.get(key) ?? []), hits])
  }
  return byKey
}
