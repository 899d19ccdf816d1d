import { detectionFieldNamed } from '../search/detection-field-named.ts'
import { IN_RANGE } from './event-query.ts'
import { IN_SCOPE } from './tenant-walls.ts'

/**
 * What rules found of a field: a statement with a row for each `text`, and how many events have it (`rows`).
 * @param name as a search names the field
 * @param where condition of the events that are meant, undefined for all of the range
 * @returns undefined for a field that only events have
 */
export function detectedValues(name: string, where: string | undefined): string | undefined {
  const texts = detectionFieldNamed(name)?.texts
  if (texts === undefined) return undefined
  const among =
    where === undefined
      ? ''
      : `AND (tenant_id, event_time, event_id) IN (SELECT tenant_id, event_time, event_id FROM events WHERE ${where})`
  return `SELECT arrayJoin(${texts}) AS text, uniqExact(tenant_id, event_id) AS rows
    FROM detections WHERE ${IN_SCOPE} AND ${IN_RANGE} ${among} GROUP BY text`
}
