import { EventEmitter, once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { UnavailableError } from '../errors.ts'
import type { OpenSignalLine } from './signal-line.ts'
import { CHANNEL } from './signal-schema.ts'

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
const PATIENCE_MS = 5_000

/** LISTEN and NOTIFY on one connection of its own, made again whenever it breaks. */
export function openPostgresLine(url: string): OpenSignalLine {
  return (hear) => {
    const stopping = new AbortController()
    const changes = new EventEmitter()
    let listening: Client | undefined

    async function keepListening(): Promise<void> {
      let pause = FIRST_PAUSE_MS
      while (!stopping.signal.aborted) {
        try {
          const client = await listen(url, hear)
          pause = FIRST_PAUSE_MS
          listening = client
          changes.emit('listening')
          await once(client, 'end', { signal: stopping.signal })
        } catch {
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
        }
        const ended = listening
        listening = undefined
        await ended?.end().catch(() => undefined)
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
    const kept = keepListening()

    return {
      async send(text) {
        try {
          if (!listening) await once(changes, 'listening', { signal: AbortSignal.timeout(PATIENCE_MS) })
          if (!listening) throw new Error('The connection broke again')
          await listening.query('SELECT pg_notify($1, $2)', [CHANNEL, text])
        } catch (cause) {
          throw new UnavailableError('Postgres does not take the signal', { cause })
        }
      },
      async close() {
        stopping.abort()
        await kept
      },
    }
  }
}

async function listen(url: string, hear: (text: string) => void): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'nightjar-signals',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  })
  // The end of the connection is what counts; without a listener its error would end the process.
  client.on('error', () => undefined)
  client.on('notification', ({ payload }) => {
    if (payload) hear(payload)
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}
