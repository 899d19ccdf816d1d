import type { Level } from '../../event/detection.ts'
import type { TenantScope } from '../../tenant/tenant-scope.ts'
import { IN_RANGE, rangeParams, type TimeSpan } from '../event-query.ts'
import type { Store } from '../store.ts'
import { IN_SCOPE } from '../tenant-walls.ts'
import { detectedAs } from './detected-as.ts'
import { detectionKind } from './detection-kind.ts'
import { type GraphEntity, keyOfEntity } from './entity.ts'
import { endsOf } from './touching.ts'

/** Detections of one rule that are about an entity. */
export interface RuleHits {
  ruleId: string
  ruleTitle: string
  level: Level
  count: number
}

const MOST = 5_000

/** By key of the entity, rules with the most hits first; rules on trial left out. */
export async function detectionLevels(
  store: Store,
  scope: TenantScope,
  entities: readonly GraphEntity[],
  range: TimeSpan,
): Promise<ReadonlyMap<string, RuleHits[]>> {
  const ends = endsOf(entities.map((entity) => ({ ...entity, value: detectedAs(entity) })))
  const asked = [...ends.keys()].flatMap((kind) => {
    const name = detectionKind(kind)
    return name === undefined ? [] : [[kind, name] as const]
  })
  if (asked.length === 0) return new Map()
  const about = asked.map(
    ([kind, name]) => `(entity_kind = '${name}' AND entity_value IN {of_${kind}:Array(String)})`,
  )
  const sql = `SELECT tenant_id, entity_kind, entity_value, rule_id, any(rule_title), level, count() AS n FROM detections
    WHERE ${IN_SCOPE} AND ${IN_RANGE} AND NOT shadow AND (${about.join(' OR ')})
    GROUP BY tenant_id, entity_kind, entity_value, rule_id, level ORDER BY n DESC, rule_id LIMIT ${MOST}`
  const values = Object.fromEntries(asked.map(([kind]) => [`of_${kind}`, ends.get(kind)]))
  const { rows } = await store.read(scope, { sql, params: { ...rangeParams(range), ...values } })
  const byDetected = new Map<string, RuleHits[]>()
  for (const [tenant, kind, value, ruleId, ruleTitle, level, count] of rows) {
    const hits = {
      ...{ ruleId: String(ruleId), ruleTitle: String(ruleTitle) },
      ...{ level: level as Level, count: Number(count) },
    }
    const key = `${tenant} ${kind} ${value}`
    const known = byDetected.get(key)
    if (known) known.push(hits)
    else byDetected.set(key, [hits])
  }
  return new Map(
    entities.flatMap((entity) => {
      const { tenantId, kind } = entity
      const hits = byDetected.get(`${tenantId} ${detectionKind(kind)} ${detectedAs(entity)}`)
      return hits ? [[keyOfEntity(entity), hits] as const] : []
    }),
  )
}
