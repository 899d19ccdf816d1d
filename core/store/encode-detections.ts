import type { Detection } from '../event/detection.ts'
import type { Encoded } from './encode-events.ts'
import type { Column } from './native/column.ts'
import { createNumberColumn } from './native/number-column.ts'
import { createRevisionColumn } from './native/revision-column.ts'
import { createTextColumn } from './native/text-column.ts'
import { createTimeColumn } from './native/time-column.ts'
import { createUuidColumn } from './native/uuid-column.ts'
import { createWordColumn } from './native/word-column.ts'
import { createWordsColumn } from './native/words-column.ts'
import { writeBlock } from './native/write-block.ts'
import { sqlTime } from './sql-time.ts'

/** Rows of the table `detections` in ClickHouse's Native format. */
export function encodeDetections(
  detections: readonly Detection[],
  retentionDays: number,
  revision = 0,
): Encoded {
  const rows = detections.length
  const tenant = createUuidColumn('tenant_id', rows)
  const time = createTimeColumn('event_time', rows, 9)
  const id = createUuidColumn('detection_id', rows)
  const event = createUuidColumn('event_id', rows)
  const received = createTimeColumn('received', rows, 3)
  const retention = createNumberColumn('retention_class', rows, 'UInt16')
  const source = createUuidColumn('source_id', rows)
  const payload = createUuidColumn('payload_id', rows)
  const rule = createWordColumn('rule_id', rows)
  const title = createWordColumn('rule_title', rows)
  const level = createWordColumn('level', rows)
  const attack = createWordsColumn('attack', rows)
  const entitySite = createWordColumn('entity_site', rows)
  const entityKind = createWordColumn('entity_kind', rows)
  const entityValue = createTextColumn('entity_value', rows)
  const backfill = createNumberColumn('backfill', rows, 'Bool')
  const inGraph = createNumberColumn('in_graph', rows, 'Bool')
  const shadow = createNumberColumn('shadow', rows, 'Bool')
  const ruleSet = createWordColumn('rule_set', rows)

  for (const [row, detection] of detections.entries()) {
    tenant.set(row, detection.tenantId)
    time.set(row, sqlTime(detection.eventTime))
    id.set(row, detection.detectionId)
    event.set(row, detection.eventId)
    received.set(row, BigInt(detection.received))
    retention.set(row, retentionDays)
    source.set(row, detection.sourceId)
    payload.set(row, detection.payloadId)
    rule.set(row, detection.ruleId)
    title.set(row, detection.ruleTitle)
    level.set(row, detection.level)
    attack.set(row, detection.attack)
    entitySite.set(row, detection.entity.site)
    entityKind.set(row, detection.entity.kind)
    entityValue.set(row, detection.entity.value)
    backfill.set(row, detection.backfill ? 1 : 0)
    inGraph.set(row, 1)
    shadow.set(row, detection.shadow ? 1 : 0)
    ruleSet.set(row, detection.ruleSet)
  }

  const ids = [tenant, time, id, event, received, retention, source, payload]
  const entity = [entitySite, entityKind, entityValue]
  const columns: Column[] = [
    ...ids,
    rule,
    title,
    level,
    attack,
    ...entity,
    backfill,
    inGraph,
    shadow,
    ruleSet,
  ]
  if (revision > 0) columns.push(createRevisionColumn(rows, revision))
  return {
    columns: columns.map((column) => column.name),
    block: writeBlock(columns, rows),
  }
}
