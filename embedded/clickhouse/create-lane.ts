import type { Session } from 'chdb'
import { quoteLiteral } from './quote-literal.ts'

export interface Statement {
  sql: string
  format: string
  database: string
  /** Settings and `param_*`, valid for this statement only. */
  settings: ReadonlyMap<string, string>
}

export interface Outcome {
  bytes: Uint8Array
  rowsRead: number
  bytesRead: number
  elapsedSeconds: number
}

interface Watch {
  signal: AbortSignal
  /** The statement is about to run: from here on it has to be cancelled in the engine. */
  started(): void
}

/** Statements that share some sessions, first come first served. */
export interface Lane {
  run(statement: Statement, watch: Watch | undefined): Promise<Outcome>
  /** Refuses what waits, resolves when what runs has ended. */
  close(): Promise<void>
}

export class BusyError extends Error {}
export class CancelledError extends Error {}

export function createLane(sessions: readonly Session[], maxWaiting: number): Lane {
  const idle = [...sessions]
  const waiting: { take(session: Session): void; refuse(error: Error): void }[] = []
  const databases = new WeakMap<Session, string>()
  /** Names of settings of the statement before, which the next one takes back: a statement less for each. */
  const leftovers = new WeakMap<Session, readonly string[]>()
  let closed = false
  let onIdle = () => {}

  function acquire(signal: AbortSignal | undefined): Promise<Session> {
    if (closed) return Promise.reject(new BusyError('Shutting down'))
    const session = idle.pop()
    if (session) return Promise.resolve(session)
    if (waiting.length >= maxWaiting) return Promise.reject(new BusyError('Too many statements are waiting'))
    return new Promise((resolve, reject) => {
      const place = { take: resolve, refuse: reject }
      waiting.push(place)
      signal?.addEventListener(
        'abort',
        () => {
          const index = waiting.indexOf(place)
          if (index < 0) return
          waiting.splice(index, 1)
          reject(new CancelledError('Cancelled while waiting'))
        },
        { once: true },
      )
    })
  }

  function release(session: Session): void {
    const next = waiting.shift()
    if (next) next.take(session)
    else idle.push(session)
    if (idle.length === sessions.length) onIdle()
  }

  async function enterDatabase(session: Session, database: string): Promise<void> {
    if (databases.get(session) === database) return
    await session.queryAsync(`USE \`${database.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``)
    databases.set(session, database)
  }

  /** Parameters cannot be unset: the door refuses a statement that names one it does not bring. */
  async function change(session: Session, settings: ReadonlyMap<string, string>): Promise<void> {
    const before = leftovers.get(session) ?? []
    const names = [...settings.keys()].filter((name) => !name.startsWith('param_'))
    // Every value is a quoted literal of one SET: no byte of it is ever read as a statement.
    const changes = [
      ...before.filter((name) => !settings.has(name)).map((name) => `${name} = DEFAULT`),
      ...[...settings].map(([name, value]) => `${name} = ${quoteLiteral(value)}`),
    ]
    if (changes.length === 0) return
    try {
      await session.queryAsync(`SET ${changes.join(', ')}`)
      leftovers.set(session, names)
    } catch (error) {
      // One of them is no setting at all, which the caller hears of: the others must not stay.
      await takeBack(session, [...before, ...names])
      throw error
    }
  }

  async function takeBack(session: Session, names: readonly string[]): Promise<void> {
    for (const name of new Set(names)) await session.queryAsync(`SET ${name} = DEFAULT`).catch(() => {})
    leftovers.delete(session)
  }

  return {
    async run(statement, watch) {
      const session = await acquire(watch?.signal)
      try {
        await enterDatabase(session, statement.database)
        await change(session, statement.settings)
        watch?.started()
        if (watch?.signal.aborted) throw new CancelledError('Cancelled before it ran')
        return await execute(session, statement)
      } catch (error) {
        // A statement that failed counts as running until its session has run another.
        await takeBack(session, leftovers.get(session) ?? [])
        throw error
      } finally {
        release(session)
      }
    },
    async close() {
      closed = true
      for (const place of waiting.splice(0)) place.refuse(new BusyError('Shutting down'))
      if (idle.length === sessions.length) return
      await new Promise<void>((resolve) => {
        onIdle = resolve
      })
    },
  }
}

async function execute(session: Session, { sql, format }: Statement): Promise<Outcome> {
  const result = await session.queryAsync(sql, { format })
  return {
    bytes: result.bytes(),
    rowsRead: result.rowsRead,
    bytesRead: result.bytesRead,
    elapsedSeconds: result.elapsed,
  }
}
