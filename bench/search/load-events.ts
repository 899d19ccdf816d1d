import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type StoreConnection } from '#core/store/connection'
import { createStore } from '#core/store/create-store'
import { insertEvents } from '#core/store/insert-events'
import { migrateStore } from '#core/store/migrate-store'
import { eventsOfLines } from '../events-of-lines.ts'
import { type Copying, copyEvents } from './copy-events.ts'

const SETTLED_MS = 3_000

/** Parses lines and inserts them into a database of their own. @returns how many events they are */
export async function plantSeed(
  store: StoreConnection,
  database: string,
  lines: readonly string[],
): Promise<number> {
  const seed = { ...store, database }
  await migrateStore(seed)
  const inserting = createStore(seed)
  let count = 0
  // The copies get tenants of their own.
  for await (const { payloadId, events } of eventsOfLines('00000000-0000-7000-8000-000000000000', lines)) {
    await insertEvents(inserting, payloadId, events)
    count += events.length
  }
  await inserting.close()
  return count
}

/** Copies one after the other, each behind the last in time as if it had come in then. */
export async function loadCopies(
  store: StoreConnection,
  copies: number,
  copying: Omit<Copying, 'copy'>,
): Promise<void> {
  const client = connect(store)
  const { from, to } = copying.span
  const at = (copy: number) => Math.round(from + ((to - from) * copy) / copies)
  try {
    for (let copy = 0; copy < copies; copy++)
      await copyEvents(client, { ...copying, copy, span: { from: at(copy), to: at(copy + 1) } })
  } finally {
    await client.close()
  }
}

/** Until ClickHouse has merged what it wants to merge, and days that are over as it does an hour later (migration 010). */
export async function untilMerged(store: StoreConnection): Promise<void> {
  const client = connect(store)
  const rowsOf = async (query: string): Promise<unknown[][]> =>
    await (await client.query({ query, format: 'JSONCompactEachRow' })).json()
  const untilQuiet = async () => {
    for (let quietSince = Date.now(); Date.now() - quietSince < SETTLED_MS; await sleep(200))
      if ((await rowsOf('SELECT 1 FROM system.merges LIMIT 1')).length > 0) quietSince = Date.now()
  }
  try {
    await untilQuiet()
    const past = await rowsOf(`SELECT DISTINCT table, partition_id FROM system.parts
      WHERE active AND database = currentDatabase() AND toUInt32OrZero(splitByChar('-', partition_id)[1]) BETWEEN 1 AND toYYYYMMDD(yesterday())`)
    for (const [table, id] of past)
      await client.command({ query: `OPTIMIZE TABLE ${table} PARTITION ID '${id}' FINAL` })
    await untilQuiet()
  } finally {
    await client.close()
  }
}
