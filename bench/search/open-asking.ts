import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '#core/store/connection'
import type { Stack } from '../start-stack.ts'
import { ask } from './ask.ts'
import type { Viewer } from './create-viewer.ts'
import type { Question } from './questions.ts'
import { type Recorded, recordStatements, send } from './record-statements.ts'
import { type Times, timeWays } from './time-ways.ts'

/** One question over GraphQL, and the requests to ClickHouse behind it sent bare. */
export type Timed = Record<'graphql' | 'sql', Times>

export interface Asking {
  time(viewer: Viewer, questions: readonly Question[], runs: number): Promise<Map<string, Timed>>
  close(): Promise<void>
}

/** The server looks once a second whether a reparse runs, and its statements are a little longer until it knows. */
const LOOKED_MS = 100

/**
 * A second server, behind a recorder, is asked each question once, so that what is timed bare is what a server sends.
 * ClickHouse forgets before each turn which rows fitted a condition: a question counts as if asked for the first time.
 */
export async function openAsking({ serverUrl, store, startServer }: Stack): Promise<Asking> {
  const recorder = await recordStatements(store.url)
  const recordedUrl = await startServer({
    ...{ NIGHTJAR_CLICKHOUSE_URL: recorder.url, NIGHTJAR_PORT: '0', NIGHTJAR_ROLES: 'graphql' },
  })
  const admin = connect(store)
  const forget = () => admin.command({ query: 'SYSTEM DROP QUERY CONDITION CACHE' })

  async function record(viewer: Viewer, question: Question): Promise<Recorded[]> {
    await ask(recordedUrl, viewer, question)
    await sleep(LOOKED_MS)
    recorder.take()
    await ask(recordedUrl, viewer, question)
    return recorder.take()
  }

  return {
    async time(viewer, questions, runs) {
      const timed = new Map<string, Timed>()
      for (const question of questions) {
        const statements = await record(viewer, question)
        if (statements.length === 0) throw new Error(`${question.name}: no statement was seen`)
        const graphql = () => ask(serverUrl, viewer, question)
        const sql = async () => {
          for (const statement of statements) await readAll(await send(store.url, statement))
        }
        timed.set(question.name, await timeWays({ graphql, sql }, runs, forget))
      }
      return timed
    },
    async close() {
      await admin.close()
      recorder.close()
    },
  }
}

async function readAll(answer: Response): Promise<void> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(text.slice(0, 500))
}
