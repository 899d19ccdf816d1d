import { WITH_EDGES } from '../graph/with-edges.ts'
import { IN_SLICE } from './slice.ts'

const KEY = 'tenant_id, day, subject, relation, object, minute, received_day, retention_class'
const MINUTE = 'toInt32(floor(toUnixTimestamp64Second(event_time) / 60))'
const SIGN = 'if(t.revision = {revision:UInt32}, 1, -1)'

/**
 * Statements that add to `edges` what a slice changes in its counts: the rows of its revision count, those that they stand in
 * for are taken away. They group as the views in core/store/migrations/011_work_out_edges_in_view.sql and 007_create_edges.sql do.
 * @param replaced condition for rows that new ones stand in for
 */
export function graphCounts(replaced: string): string[] {
  const rows = `${IN_SLICE} AND in_graph AND (t.revision = {revision:UInt32} OR (t.revision < {revision:UInt32} AND ${replaced}))`
  const insert = `INSERT INTO edges (${KEY}, revision, slice, events, failures, suspected)`
  const select = (edge: string, failed: string, suspected: string) =>
    `SELECT tenant_id, toInt32(floor(${MINUTE} / 1440)) AS day, ${edge}, ${MINUTE} AS minute, toDate(received) AS received_day, retention_class,
      {revision:UInt32}, {from:Int64}, sum(${SIGN}) AS n, sumIf(${SIGN}, ${failed}) AS f, sumIf(${SIGN}, ${suspected}) AS s`
  const changed = `GROUP BY ${KEY} HAVING n != 0 OR f != 0 OR s != 0`
  const ofEvents = select(
    'edge.2 AS subject, edge.1 AS relation, edge.3 AS object',
    "event_outcome = 'failure'",
    'notEmpty(nightjar_suspected_by)',
  )
  const ofDetections = select(
    'toString(rule_id) AS subject, t.relation AS relation, entity_value AS object',
    '0',
    "level != 'informational'",
  )
  return [
    `${insert} ${WITH_EDGES} ${ofEvents} FROM events AS t ARRAY JOIN edges_of_event AS edge WHERE ${rows} ${changed}`,
    `${insert} ${ofDetections} FROM detections AS t WHERE ${rows} AND NOT shadow AND t.relation != 0 ${changed}`,
  ]
}
