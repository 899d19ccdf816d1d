import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const TRIES = 40
const PAUSE_MS = 250

/** An autovacuum worker may be in the database, and the owner may not end it: it leaves by itself in a moment. */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      return
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === '42501'
      if (!isBusy || left === 0) throw error
      await sleep(PAUSE_MS)
    }
  }
}
