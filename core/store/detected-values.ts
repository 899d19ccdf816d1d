import { detectionFieldOf } from '../search/detection-fields.ts'
import { IN_RANGE } from './event-query.ts'
import { IN_SCOPE } from './tenant-walls.ts'

/** Which of the ids in one list are meant. */
const OF_LIST: Readonly<Record<string, string>> = {
  'threat.technique.id': "NOT startsWith(id, 'TA')",
  'threat.technique.subtechnique.id': "position(id, '.') > 0",
  'threat.tactic.id': "startsWith(id, 'TA')",
}

/**
 * What rules found of a field: a statement with a row for each `text`, and how many events have it (`rows`).
 * @param where condition of the events that are meant, undefined for all of the range
 * @returns undefined for a field that only events have
 */
export function detectedValues(field: string, where: string | undefined): string | undefined {
  const known = detectionFieldOf(field)
  if (known === undefined) return undefined
  const { column, kind } = known
  const text = kind === 'list' ? `arrayJoin(arrayFilter(id -> ${OF_LIST[field]}, ${column}))` : column
  const among =
    where === undefined
      ? ''
      : `AND (tenant_id, event_time, event_id) IN (SELECT tenant_id, event_time, event_id FROM events WHERE ${where})`
  return `SELECT toString(${text}) AS text, uniqExact(tenant_id, event_id) AS rows
    FROM detections WHERE ${IN_SCOPE} AND ${IN_RANGE} ${among} GROUP BY text`
}
