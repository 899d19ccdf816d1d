import { createStore } from '#core/store/create-store'
import type { Stack } from './start-stack.ts'

/** Bytes of a stored event on disk: columns, text index and all, in parts as they are a moment after. */
export async function measureDisk({ store: connection, scope }: Stack): Promise<number> {
  const store = createStore(connection)
  try {
    const sql = `SELECT sum(bytes_on_disk) / sum(rows) FROM system.parts
      WHERE active AND database = {database:String} AND table = 'events'`
    const { rows } = await store.read(scope, { sql, params: { database: connection.database } })
    return Number(rows[0]?.[0])
  } finally {
    await store.close()
  }
}
