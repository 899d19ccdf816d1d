import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { connect, type StoreConnection } from '#core/store/connection'
import type { Question } from './questions.ts'
import { timeWays } from './time-ways.ts'

/** No dependency of ours: 70 MB for one bench. */
const PACKAGE = '@duckdb/node-api'

interface DuckDB {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<unknown>
  closeSync(): void
}

interface DuckDBPackage {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDB>; closeSync(): void }> }
}

/**
 * The same rows in a DuckDB file, in the order of our table, and its medians by question.
 * @param folder where `npm install --prefix FOLDER @duckdb/node-api` put it
 */
export async function timeDuckDb(
  folder: string,
  home: string,
  store: StoreConnection,
  questions: readonly Question[],
  runs: number,
): Promise<ReadonlyMap<string, number>> {
  const path = createRequire(join(resolve(folder), 'package.json')).resolve(PACKAGE)
  const { DuckDBInstance } = (await import(pathToFileURL(path).href)) as DuckDBPackage
  const files = await exportRows(store, join(home, 'parquet'))
  const instance = await DuckDBInstance.create(join(home, 'events.duckdb'))
  const duckdb = await instance.connect()
  await duckdb.run(`SET temp_directory = '${home}'`)
  await duckdb.run(
    `CREATE TABLE events AS SELECT * REPLACE (make_timestamp_ns(event_time) AS event_time) FROM read_parquet([${files.map((file) => `'${file}'`).join(', ')}])`,
  )
  await duckdb.run('CHECKPOINT')
  const medians = new Map<string, number>()
  for (const { name, duckdb: sql } of questions) {
    const { duckdb: times } = await timeWays(
      { duckdb: () => duckdb.runAndReadAll(sql) },
      runs,
      async () => {},
    )
    medians.set(name, times.p50)
  }
  duckdb.closeSync()
  instance.closeSync()
  return medians
}

/** Tenant by tenant and day by day: an answer of the embedded ClickHouse is held in memory. */
async function exportRows(store: StoreConnection, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const client = connect(store)
  const files: string[] = []
  try {
    const answer = await client.query({
      query:
        'SELECT DISTINCT toString(tenant_id) AS tenant, toString(toDate(event_time)) AS day FROM events ORDER BY tenant, day',
      format: 'JSONCompactEachRow',
    })
    for (const [tenant, day] of await answer.json<[string, string]>()) {
      const { stream } = await client.exec({
        query: `SELECT * REPLACE (toString(tenant_id) AS tenant_id, toUnixTimestamp64Nano(event_time) AS event_time, toString(event_id) AS event_id,
            toString(source_id) AS source_id, toString(payload_id) AS payload_id, toString(source_ip) AS source_ip,
            toString(destination_ip) AS destination_ip, toString(client_ip) AS client_ip), message
          FROM events AS old WHERE old.tenant_id = {tenant:UUID} AND toDate(old.event_time) = {day:Date}
          ORDER BY old.tenant_id, old.event_time FORMAT Parquet`,
        query_params: { tenant, day },
        clickhouse_settings: { output_format_parquet_string_as_string: 1 },
      })
      const file = join(folder, `${files.length}.parquet`)
      await writeFile(file, stream)
      files.push(file)
    }
    return files
  } finally {
    await client.close()
  }
}
