import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Session } from 'chdb'
import { createLane, type Lane, type Outcome, type Statement } from './create-lane.ts'

export interface Engine {
  /** Inserts take turns: the order of arrival is the order of writing. */
  insert(statement: Statement): Promise<Outcome>
  /**
   * Cancelled in the engine when the signal fires. Those of the highest `priority`, 1, do not wait for the others.
   */
  query(statement: Statement, signal: AbortSignal): Promise<Outcome>
  close(): Promise<void>
}

const QUERY_SESSIONS = 3
const FIRST = '1'
const MAX_WAITING = 256
const SESSION_SETTINGS = 'max_query_size = 16777216'
// BACKUP and RESTORE go where the operator says. Whoever may send statements reads and writes files as this user anyway.
const ENGINE_ARGUMENTS = ['--backups.allowed_path=/']

/**
 * Opens the data directory, which one process may own at a time. A session runs one statement at a time, so
 * inserts have one of their own, queries three, short queries that come first another one, and cancelling one more.
 */
export function createEngine(path: string, configFile?: string): Engine {
  const connectionArgs = configFile ? [...ENGINE_ARGUMENTS, `--config-file=${configFile}`] : ENGINE_ARGUMENTS
  const sessions = Array.from({ length: QUERY_SESSIONS + 3 }, () => new Session(path, { connectionArgs }))
  for (const session of sessions) session.query(`SET ${SESSION_SETTINGS}`)
  const [control, inserting, first, ...querying] = sessions as [Session, Session, Session, ...Session[]]
  const inserts = createLane([inserting], MAX_WAITING)
  const firsts = createLane([first], MAX_WAITING)
  const queries = createLane(querying, MAX_WAITING)
  let closing: Promise<void> | undefined

  async function cancel(mark: string): Promise<void> {
    await control.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = '${mark}' ASYNC`).catch(() => {})
  }

  async function drain(lane: Lane, graceMs: number): Promise<void> {
    await Promise.race([lane.close(), sleep(graceMs)])
  }

  return {
    insert: (statement) => inserts.run(statement, undefined),
    async query(statement, signal) {
      const mark = randomUUID()
      const onAbort = () => void cancel(mark)
      const settings = new Map(statement.settings).set('log_comment', mark)
      try {
        const lane = statement.settings.get('priority') === FIRST ? firsts : queries
        return await lane.run(
          { ...statement, settings },
          {
            signal,
            started: () => signal.addEventListener('abort', onAbort, { once: true }),
          },
        )
      } finally {
        signal.removeEventListener('abort', onAbort)
      }
    },
    close() {
      closing ??= (async () => {
        const ends = Promise.all([drain(inserts, 5_000), drain(firsts, 1_000), drain(queries, 1_000)])
        await control.queryAsync(`KILL QUERY WHERE query_kind = 'Select' ASYNC`).catch(() => {})
        await ends
        for (const session of sessions) session.close()
      })()
      return closing
    },
  }
}
