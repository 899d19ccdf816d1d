import type { Pool } from 'pg'
import { answerInTime, COMMIT_PATIENCE_MS } from './answer-in-time.ts'
import { decodePayload } from './decode-payload.ts'
import { encodePayload } from './encode-payload.ts'
import { firstIdOf, type PayloadStore, tenantsOf } from './payload-store.ts'

const PUT = `
  INSERT INTO queues.payload (payload_id, tenant_ids, bytes)
  VALUES ($1, $2, $3)
  ON CONFLICT (payload_id) DO NOTHING`
// Base64: a third less to carry than the hexadecimal form, which is the only other one that pg reads.
const GET = `SELECT encode(bytes, 'base64') AS text FROM queues.payload WHERE payload_id = $1`
const LIST = `
  SELECT payload_id FROM queues.payload
  WHERE payload_id < $1 AND payload_id > $2
  ORDER BY payload_id LIMIT $3`
const COUNT = `
  SELECT tenant_id, count(*)::int AS count
  FROM queues.payload, unnest(tenant_ids) AS tenant_id GROUP BY tenant_id`

/** @param pool one whose sessions commit synchronously: a resolved `put` survives a power cut */
export function createPostgresPayloads(pool: Pool): PayloadStore {
  return {
    async put(...payloads) {
      const rows = await Promise.all(
        payloads.map(async (payload) => [
          payload.payloadId,
          tenantsOf(payload),
          await encodePayload(payload),
        ]),
      )
      const [only] = rows
      if (rows.length === 1 && only) await answerInTime('Postgres', pool.query(PUT, only), COMMIT_PATIENCE_MS)
      else if (rows.length > 1) await answerInTime('Postgres', putTogether(pool, rows), COMMIT_PATIENCE_MS)
    },
    async get(payloadId) {
      const answer = await answerInTime('Postgres', pool.query<{ text: string }>(GET, [payloadId]))
      const text = answer.rows[0]?.text
      return text === undefined ? undefined : await decodePayload(Buffer.from(text, 'base64'))
    },
    async remove(payloadId) {
      await answerInTime(
        'Postgres',
        pool.query('DELETE FROM queues.payload WHERE payload_id = $1', [payloadId]),
      )
    },
    async listIds({ olderThanMs, after = firstIdOf(0), limit = 1_000 }) {
      const before = firstIdOf(Date.now() - olderThanMs)
      const answer = await answerInTime(
        'Postgres',
        pool.query<{ payload_id: string }>(LIST, [before, after, limit]),
      )
      return answer.rows.map((row) => row.payload_id)
    },
    async countByTenant() {
      const answer = await answerInTime('Postgres', pool.query<{ tenant_id: string; count: number }>(COUNT))
      return new Map(answer.rows.map((row) => [row.tenant_id, row.count]))
    },
  }
}

async function putTogether(pool: Pool, rows: unknown[][]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const row of rows) await client.query(PUT, row)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // The session may hang in the open transaction: the pool makes a new one.
    client.release(true)
    throw error
  }
}
