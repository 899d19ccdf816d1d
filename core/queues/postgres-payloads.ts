import type { Pool } from 'pg'
import { UnavailableError } from '../errors.ts'
import { answerInTime, COMMIT_PATIENCE_MS } from './answer-in-time.ts'
import { decodePayload } from './decode-payload.ts'
import { encodePayload } from './encode-payload.ts'
import type { Payload } from './payload.ts'
import { firstIdOf, KEY_SECONDS, type PayloadStore, tenantsOf } from './payload-store.ts'

const ROW = ['uuid', 'uuid[]', 'bytea'] as const
const PUT = (rows: number) => `
  INSERT INTO queues.payload (payload_id, tenant_ids, bytes)
  VALUES ${parameters(rows, 1)}
  ON CONFLICT (payload_id) DO NOTHING`
// Waits for whoever is storing the same key, and does nothing when it was stored.
const PUT_ONCE = (rows: number) => `
  WITH fresh AS (
    INSERT INTO queues.idempotency_key (tenant_id, key, payload_ids) VALUES ($1, $2, $3)
    ON CONFLICT (tenant_id, key) DO NOTHING RETURNING payload_ids
  ), stored AS (
    INSERT INTO queues.payload (payload_id, tenant_ids, bytes)
    SELECT given.* FROM (VALUES ${parameters(rows, 4)}) AS given, fresh
  )
  SELECT payload_ids FROM fresh`
const KNOWN = 'SELECT payload_ids FROM queues.idempotency_key WHERE tenant_id = $1 AND key = $2'
const FORGET = 'DELETE FROM queues.idempotency_key WHERE at < now() - make_interval(secs => $1)'
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
      if (payloads.length === 0) return
      const rows = await rowsOf(payloads)
      await answerInTime('Postgres', pool.query(PUT(payloads.length), rows), COMMIT_PATIENCE_MS)
    },
    async putOnce({ tenantId, key }, ...payloads) {
      const ids = payloads.map(({ payloadId }) => payloadId)
      const rows = await rowsOf(payloads)
      const query = pool.query<Known>(PUT_ONCE(payloads.length), [tenantId, key, ids, ...rows])
      const [fresh] = (await answerInTime('Postgres', query, COMMIT_PATIENCE_MS)).rows
      if (fresh) return fresh.payload_ids
      const [known] = (await answerInTime('Postgres', pool.query<Known>(KNOWN, [tenantId, key]))).rows
      if (!known) throw new UnavailableError('The key was forgotten just now')
      return known.payload_ids
    },
    async forgetKeys() {
      await answerInTime('Postgres', pool.query(FORGET, [KEY_SECONDS]))
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

interface Known {
  payload_ids: string[]
}

async function rowsOf(payloads: readonly Payload[]): Promise<unknown[]> {
  const encoded = await Promise.all(payloads.map(encodePayload))
  return payloads.flatMap((payload, index) => [payload.payloadId, tenantsOf(payload), encoded[index]])
}

/** `($1::uuid, $2::uuid[], $3::bytea), ...`: one statement, so that its time limit holds for all rows. */
function parameters(rows: number, first: number): string {
  const row = (index: number) => ROW.map((type, at) => `$${first + index * ROW.length + at}::${type}`)
  return Array.from({ length: rows }, (_, index) => `(${row(index).join(', ')})`).join(', ')
}
