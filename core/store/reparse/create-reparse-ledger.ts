import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClickHouseSettings } from '@clickhouse/client'
import { connect, type StoreConnection } from '../connection.ts'
import { storeError } from '../store-error.ts'
import { graphCounts } from './graph-counts.ts'
import type { ReparseLedger } from './reparse-ledger.ts'
import { rollupCounts } from './rollup-counts.ts'
import {
  EVERY_SOURCE,
  IN_SLICE,
  PHASES,
  type Phase,
  type Run,
  type Slice,
  sliceParams,
  tokenOf,
} from './slice.ts'

const SLICE_COLUMNS = `source_id, revision, toUnixTimestamp64Milli(run_from) AS run_from, toUnixTimestamp64Milli(run_to) AS run_to,
  retention_class, toUnixTimestamp64Milli(slice_from) AS slice_from, toUnixTimestamp64Milli(slice_to) AS slice_to, phase`
const OF_RUN = `tenant_id = {tenant:UUID} AND source_id = {source:UUID}
  AND run_from = fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND run_to = fromUnixTimestamp64Milli({to:Int64}, 'UTC')`
const IN_RUN = `tenant_id = {tenant:UUID} AND ({source:UUID} = toUUID('${EVERY_SOURCE}') OR source_id = {source:UUID})
  AND received >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND received < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`
/** Deleting rewrites a mask, of the parts of one partition. */
const CHANGE_TIMEOUT_MS = 15 * 60_000
const INSERT_POLL_MS = 250
const REPLACED = `event_id IN (SELECT event_id FROM events WHERE ${IN_SLICE} AND revision = {revision:UInt32})`

interface SliceRow {
  source_id: string
  revision: number
  run_from: string
  run_to: string
  retention_class: number
  slice_from: string
  slice_to: string
  phase: number
}

export function createReparseLedger(connection: StoreConnection): ReparseLedger {
  const client = connect(connection)

  async function ask<Row>(query: string, params: Record<string, unknown>): Promise<Row[]> {
    try {
      const answer = await client.query({ query, query_params: params, format: 'JSONEachRow' })
      return await answer.json<Row>()
    } catch (error) {
      throw storeError(error, 'worker')
    }
  }

  async function change(query: string, slice: Slice, settings: ClickHouseSettings): Promise<void> {
    try {
      await client.command({
        query,
        query_params: { ...sliceParams(slice), revision: slice.revision },
        clickhouse_settings: { max_execution_time: CHANGE_TIMEOUT_MS / 1000, ...settings },
      })
    } catch (error) {
      throw storeError(error, 'worker')
    }
  }

  async function remove(table: string, slice: Slice, condition: string): Promise<void> {
    const day = new Date(slice.from).toISOString().slice(0, 10).replaceAll('-', '')
    const where = `IN PARTITION (${day}, ${slice.retentionClass}) WHERE ${condition}`
    await change(`DELETE FROM ${table} ${where}`, slice, { lightweight_deletes_sync: '2' })
  }

  async function mark({ run, revision, retentionClass, from, to }: Slice, phase: Phase): Promise<void> {
    await client.insert({
      table: 'reparses',
      values: [
        {
          ...{
            tenant_id: run.tenantId,
            source_id: run.sourceId ?? EVERY_SOURCE,
            revision,
            phase: PHASES[phase],
          },
          ...{ run_from: seconds(run.from), run_to: seconds(run.to), retention_class: retentionClass },
          ...{ slice_from: seconds(from), slice_to: seconds(to) },
        },
      ],
      format: 'JSONEachRow',
      clickhouse_settings: { async_insert: 0 },
    })
  }

  return {
    mark,
    async stretches(run) {
      const rows = await ask<{ day: number; class: number; from: string; to: string; rows: string }>(
        `SELECT toYYYYMMDD(received) AS day, retention_class AS class, count() AS rows,
           toUnixTimestamp64Milli(min(received)) AS from, toUnixTimestamp64Milli(max(received)) AS to
         FROM events WHERE ${IN_RUN} GROUP BY day, class ORDER BY day, class`,
        runParams(run),
      )
      return rows.map((row) => ({
        retentionClass: row.class,
        from: Number(row.from),
        to: Number(row.to) + 1,
        rows: Number(row.rows),
      }))
    },
    async endOfSlice(run, { retentionClass, from, to }, rows) {
      const [found] = await ask<{ last: string; rows: string }>(
        `SELECT toUnixTimestamp64Milli(max(received)) AS last, count() AS rows
         FROM (SELECT received FROM events WHERE ${IN_SLICE} ORDER BY received LIMIT {limit:UInt32})`,
        { ...sliceParams({ run, retentionClass, from, to }), limit: rows },
      )
      return Number(found?.rows) === 0 ? undefined : Number(found?.last) + 1
    },
    async openSlices(tenantId) {
      const rows = await ask<SliceRow>(
        `SELECT ${SLICE_COLUMNS} FROM reparses FINAL WHERE tenant_id = {tenant:UUID} AND phase < ${PHASES.done}`,
        { tenant: tenantId },
      )
      return rows.map((row) => ({
        ...sliceOf(tenantId, row),
        phase: row.phase === PHASES.writing ? ('writing' as const) : ('swapped' as const),
      }))
    },
    async doneBefore(run) {
      const finished = `SELECT max(revision) FROM reparses FINAL WHERE ${OF_RUN} AND phase = ${PHASES.finished}`
      const rows = await ask<{ class: number; to: string }>(
        `SELECT retention_class AS class, toUnixTimestamp64Milli(max(slice_to)) AS to FROM reparses FINAL
         WHERE ${OF_RUN} AND phase = ${PHASES.done} AND revision > (${finished}) GROUP BY class`,
        runParams(run),
      )
      return new Map(rows.map((row) => [row.class, Number(row.to)]))
    },
    async nextRevision(tenantId) {
      const sql = 'SELECT max(revision) AS last FROM reparses WHERE tenant_id = {tenant:UUID}'
      const [row] = await ask<{ last: number }>(sql, { tenant: tenantId })
      return (row?.last ?? 0) + 1
    },
    async waitForInserts(slice) {
      // The embedded engine inserts in the order of arrival: behind this one nothing of before is left in its queue.
      await mark(slice, 'writing')
      const running = `SELECT count() AS inserts FROM system.processes
        WHERE startsWith(Settings['insert_deduplication_token'], {token:String})`
      while (Number((await ask<{ inserts: string }>(running, { token: tokenOf(slice) }))[0]?.inserts) > 0)
        await sleep(INSERT_POLL_MS)
    },
    async countNew(slice) {
      const [row] = await ask<{ rows: string; events: string }>(
        `SELECT count() AS rows, uniqExact(event_id) AS events FROM events WHERE ${IN_SLICE} AND revision = {revision:UInt32}`,
        { ...sliceParams(slice), revision: slice.revision },
      )
      return { rows: Number(row?.rows), events: Number(row?.events) }
    },
    async correctCounts(slice) {
      // A token of its own each: after an undone try the same rows come again. By its head `waitForInserts` knows it.
      for (const insert of [...graphCounts(REPLACED), rollupCounts(REPLACED)])
        await change(insert, slice, { insert_deduplication_token: tokenOf(slice) + randomUUID() })
    },
    async removeOld(slice) {
      for (const table of ['detections', 'events'])
        await remove(table, slice, `${IN_SLICE} AND revision < {revision:UInt32} AND ${REPLACED}`)
    },
    async removeNew(slice) {
      for (const table of ['detections', 'events'])
        await remove(table, slice, `${IN_SLICE} AND revision = {revision:UInt32}`)
      for (const table of ['edges', 'entities', 'rollups'])
        await remove(
          table,
          slice,
          'tenant_id = {tenant:UUID} AND revision = {revision:UInt32} AND slice = {from:Int64}',
        )
    },
    close: () => client.close(),
  }
}

function runParams({ tenantId, sourceId, from, to }: Run): Record<string, unknown> {
  return { tenant: tenantId, source: sourceId ?? EVERY_SOURCE, from, to }
}

function sliceOf(tenantId: string, row: SliceRow): Slice {
  const sourceId = row.source_id === EVERY_SOURCE ? undefined : row.source_id
  return {
    run: { tenantId, sourceId, from: Number(row.run_from), to: Number(row.run_to) },
    revision: row.revision,
    retentionClass: row.retention_class,
    from: Number(row.slice_from),
    to: Number(row.slice_to),
  }
}

/** A DateTime64 is read from seconds. */
function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
