import { Readable } from 'node:stream'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import { connect, type StoreConnection } from './connection.ts'
import { PHASES } from './reparse/slice.ts'
import { watchOpenSlices } from './reparse/watch-open-slices.ts'
import type { RetentionLimits } from './retention-limits.ts'
import type { Store } from './store.ts'
import { storeError } from './store-error.ts'
import { tableFilters } from './tenant-walls.ts'

const MAX_SECONDS = 30
const MAX_MEMORY_BYTES = String(1_500_000_000)
/** Of an answer to a person: this process holds it several times over, as text and as rows. */
const MAX_ANSWER_BYTES = String(64_000_000)
/** ClickHouse's highest; the embedded one keeps a session for it. */
const FIRST = '1'
/** A table by a parameter, or by a pattern, has no name by which its wall is found. */
const TABLE_UNNAMED = /:\s*Identifier\b|\bmerge\s*\(/i
const ANY_OPEN = `SELECT 1 FROM reparses FINAL WHERE phase < ${PHASES.done} LIMIT 1`
const INSERT_SETTINGS = { async_insert: 0, deduplicate_blocks_in_dependent_materialized_views: 1 } as const
/** Answered once most replicas of the shard have the rows. */
const CLUSTER_INSERT_SETTINGS = { distributed_foreground_insert: 1, insert_quorum: 'auto' } as const
/** A statement within a statement is asked of all shards, once. */
const CLUSTER_READ_SETTINGS = { distributed_product_mode: 'global' } as const

const answerSchema = z.object({
  // Rows are long and many: their cells are looked at by who reads them.
  data: z.array(z.custom<readonly unknown[]>(Array.isArray)),
  statistics: z.object({ elapsed: z.number(), rows_read: z.coerce.bigint(), bytes_read: z.coerce.bigint() }),
})

interface StoreOptions extends StoreConnection {
  log?: Log
  /**
   * How long tenants want their rows shown. Workers see what is there: what they look up decides what is stored.
   * @throws UnavailableError
   */
  limitsOf?: (scope: TenantScope) => Promise<readonly RetentionLimits[]>
}

function left(): UserError {
  return new UserError('CANCELLED', 'Nobody waits for the answer any more')
}

/** Opens no connection by itself: ClickHouse may still be away. */
export function createStore(options: StoreOptions): Store {
  const { database, cluster, log, limitsOf } = options
  const client = connect(options)
  const openSlices = watchOpenSlices(async () => {
    const answer = await client.query({ query: ANY_OPEN, format: 'JSONCompactEachRow' })
    return (await answer.json()).length > 0
  })

  return {
    async read(scope, { sql, params, asker = 'person', rowsAtOnce, signal }) {
      if (/\bsettings\b/i.test(sql))
        throw new Error('A tenant statement brings no settings: they could take the walls down')
      if (TABLE_UNNAMED.test(sql))
        throw new Error('A tenant statement names its tables: each has a wall of its own')
      const limits = asker === 'person' && limitsOf ? await limitsOf(scope) : []
      // The client hears of leaving only while it waits: a statement after that would run to its end.
      if (signal?.aborted) throw left()
      try {
        const result = await client.query({
          query: sql,
          format: 'JSONCompact',
          query_params: { ...params, tenants: scope.tenantIds },
          use_multipart_params_auto: true,
          ...(signal && { abort_signal: signal }),
          clickhouse_settings: {
            additional_table_filters: tableFilters(scope, database, {
              sql,
              mayBeReplaced: openSlices.mayBeOpen(),
              limits,
              onCluster: cluster !== undefined,
            }),
            max_execution_time: MAX_SECONDS,
            max_memory_usage: MAX_MEMORY_BYTES,
            output_format_json_quote_64bit_integers: 1,
            cancel_http_readonly_queries_on_client_close: 1,
            // Its filter goes where the text index is read: every line would be looked at instead.
            use_top_k_dynamic_filtering: 0,
            ...(cluster === undefined ? {} : CLUSTER_READ_SETTINGS),
            ...(rowsAtOnce === undefined ? {} : { max_block_size: String(rowsAtOnce) }),
            ...(asker === 'worker' ? { priority: FIRST } : { max_result_bytes: MAX_ANSWER_BYTES }),
          },
        })
        const { data, statistics } = answerSchema.parse(await result.json())
        const stats = {
          rowsRead: statistics.rows_read,
          bytesRead: statistics.bytes_read,
          elapsedMs: statistics.elapsed * 1000,
        }
        return { rows: data, stats }
      } catch (error) {
        if (signal?.aborted) throw left()
        log?.debug({ err: error, sql }, 'A statement failed')
        throw storeError(error, asker)
      }
    },

    async insert({ table, columns, token, block }) {
      try {
        const { stream } = await client.exec({
          query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT Native`,
          values: Readable.from(block, { objectMode: false }),
          clickhouse_settings: {
            ...INSERT_SETTINGS,
            ...(cluster === undefined ? {} : CLUSTER_INSERT_SETTINGS),
            insert_deduplication_token: token,
          },
        })
        await stream.resume().toArray()
      } catch (error) {
        throw storeError(error, 'worker')
      }
    },

    async ping() {
      return (await client.ping()).success
    },
    close() {
      openSlices.close()
      return client.close()
    },
  }
}
