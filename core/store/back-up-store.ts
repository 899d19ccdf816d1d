import { setTimeout as sleep } from 'node:timers/promises'
import { type BackupPlace, placeError, placeInSql } from './backup-place.ts'
import { connect, type StoreConnection } from './connection.ts'
import { storeError } from './store-error.ts'

type Client = ReturnType<typeof connect>

/** The database's name within a backup: it may be restored under another. */
const NAME = 'nightjar'
const POLL_MS = 250
/** As parts count them: with rows that are deleted and wait for a merge. */
const ROWS = `SELECT sum(rows) AS rows FROM system.parts
  WHERE active AND database = {database:String} AND table = {table:String}`

/**
 * Lets ClickHouse write its database to a place. Files that are the same are written as often as they occur, so that
 * each part is whole by itself.
 * @returns names of the migrations that were applied
 */
export async function backUpStore(connection: StoreConnection, place: BackupPlace): Promise<string[]> {
  return withClient(connection, connection.database, async (client) => {
    const migrations = await migrationsOf(client)
    const what = `DATABASE ${connection.database} AS ${NAME}`
    await finish(client, `BACKUP ${what} TO ${placeInSql(place)} SETTINGS deduplicate_files = 0 ASYNC`, place)
    return migrations
  })
}

/**
 * Makes the database from a backup. One that is there is dropped: `storeHolds` says whether it is empty.
 * @returns how many rows each table has now
 */
export async function restoreStore(
  connection: StoreConnection,
  place: BackupPlace,
): Promise<Map<string, number>> {
  const { database } = connection
  return withClient(connection, 'default', async (client) => {
    // The backup brings its own tables, as they were; migrations take them on from there.
    await client.command({ query: `DROP DATABASE IF EXISTS ${database} SYNC` })
    const restore = `RESTORE DATABASE ${NAME} AS ${database} FROM ${placeInSql(place)}`
    await finish(client, `${restore} SETTINGS structure_only = 1 ASYNC`, place)
    const tables = await tablesOf(client, database)
    // What has expired since may go once it was counted, and so may rows that replace each other.
    for (const table of tables) await client.command({ query: `SYSTEM STOP MERGES ${database}.${table}` })
    await finish(client, `${restore} ASYNC`, place)
    const counts = new Map<string, number>()
    for (const table of tables) {
      const [row] = await rowsOf<{ rows: string }>(client, ROWS, { database, table })
      counts.set(table, Number(row?.rows))
      await client.command({ query: `SYSTEM START MERGES ${database}.${table}` })
    }
    return counts
  })
}

async function tablesOf(client: Client, database: string): Promise<string[]> {
  const sql = `SELECT name FROM system.tables WHERE database = {database:String} AND engine LIKE '%MergeTree' ORDER BY name`
  return (await rowsOf<{ name: string }>(client, sql, { database })).map(({ name }) => name)
}

/** The first table that holds rows; undefined where none does, or the database does not exist. */
export function storeHolds(connection: StoreConnection): Promise<string | undefined> {
  return withClient(connection, 'default', async (client) => {
    const tables = await rowsOf<{ name: string }>(
      client,
      `SELECT name FROM system.tables WHERE database = {database:String} AND name != 'migrations' AND total_rows > 0`,
      { database: connection.database },
    )
    return tables[0]?.name
  })
}

async function migrationsOf(client: Client): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(client, 'SELECT DISTINCT name FROM migrations ORDER BY name')
  return rows.map(({ name }) => name)
}

/** A backup takes longer than any request may: it is begun, then asked after. */
async function finish(client: Client, statement: string, place: BackupPlace): Promise<void> {
  try {
    const [begun] = await rowsOf<{ id: string }>(client, statement)
    for (;;) {
      const sql = 'SELECT status, error FROM system.backups WHERE id = {id:String}'
      const [state] = await rowsOf<{ status: string; error: string }>(client, sql, { id: begun?.id })
      if (state?.status === 'BACKUP_CREATED' || state?.status === 'RESTORED') return
      if (!/^(?:CREATING_BACKUP|RESTORING)$/.test(state?.status ?? ''))
        throw new Error(`ClickHouse did not finish (${state?.status ?? 'unknown'}): ${state?.error ?? ''}`)
      await sleep(POLL_MS)
    }
  } catch (error) {
    throw placeError(error, place)
  }
}

async function rowsOf<Row>(
  client: Client,
  query: string,
  params: Record<string, unknown> = {},
): Promise<Row[]> {
  const answer = await client.query({ query, query_params: params, format: 'JSONEachRow' })
  return answer.json<Row>()
}

async function withClient<T>(
  connection: StoreConnection,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = connect(connection, database)
  try {
    return await work(client)
  } catch (error) {
    throw storeError(error, 'worker')
  } finally {
    await client.close()
  }
}
