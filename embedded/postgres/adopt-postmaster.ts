import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive, isPostmasterOf, type Postmaster, readPostmaster } from './postmaster-file.ts'
import { databaseUrl } from './prepare-database.ts'

const RECOVERY_MS = 30_000

/**
 * Finds the postmaster that a killed process left behind.
 * @returns it, if it is of this folder and answers (or does once its recovery is over)
 */
export async function adoptPostmaster(data: string, password: string): Promise<Postmaster | undefined> {
  const end = Date.now() + RECOVERY_MS
  while (Date.now() < end) {
    const postmaster = await readPostmaster(data)
    if (!postmaster || !isAlive(postmaster.pid) || !(await isPostmasterOf(postmaster.pid, data)))
      return undefined
    if (postmaster.ready) return (await answers(postmaster.port, data, password)) ? postmaster : undefined
    await sleep(50)
  }
  return undefined
}

async function answers(port: number, data: string, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl('postgres', password, port, 'postgres'),
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query<{ data_directory: string }>('SHOW data_directory')
    return found.rows[0]?.data_directory === data
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
