import { z } from 'zod'
import { type Detection, SEVERITY_LEVELS } from '../event/detection.ts'

/** What to select so that {@link readDetection} can read the row. */
export const DETECTION_SELECT = [
  'detection_id',
  'tenant_id',
  'source_id',
  'payload_id',
  'event_id',
  'toUnixTimestamp64Nano(event_time)',
  'toUnixTimestamp64Milli(received)',
  'rule_id',
  'rule_title',
  'level',
  'attack',
  'entity_site',
  'entity_kind',
  'entity_value',
  'backfill',
  'shadow',
  'rule_set',
].join(', ')

const text = z.string()
const rowSchema = z.tuple([
  text,
  text,
  text,
  text,
  text,
  z.coerce.bigint(),
  z.coerce.number(),
  text,
  text,
  z.enum(SEVERITY_LEVELS),
  z.array(text),
  text,
  text,
  text,
  z.boolean(),
  z.boolean(),
  text,
])

export function readDetection(row: readonly unknown[]): Detection {
  const [detectionId, tenantId, sourceId, payloadId, eventId, eventTime, received, ...rest] =
    rowSchema.parse(row)
  const [ruleId, ruleTitle, level, attack, site, kind, value, ...marks] = rest
  const [backfill, shadow, ruleSet] = marks
  const ids = { detectionId, tenantId, sourceId, payloadId, eventId, ruleId }
  const entity = { site, kind, value }
  return { ...ids, eventTime, received, ruleTitle, level, attack, entity, backfill, shadow, ruleSet }
}
