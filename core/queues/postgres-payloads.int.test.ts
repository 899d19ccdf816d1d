import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freshPostgres } from '../../e2e/testkit/fresh-postgres.ts'
import { payloadOf } from '../../e2e/testkit/payload-of.ts'
import { UnavailableError } from '../errors.ts'
import { createQueues } from './create-queues.ts'

const TENANT = '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c01'

describe('payloads on Postgres', () => {
  it('are not stored after all when storing them took too long', async () => {
    const { appUrl } = await freshPostgres()
    const queues = createQueues({ postgresUrl: appUrl })
    const blocker = new pg.Client({ connectionString: appUrl })
    await blocker.connect()
    onTestFinished(async () => {
      await blocker.end()
      await queues.close()
    })
    await blocker.query('BEGIN; LOCK TABLE queues.payload IN SHARE ROW EXCLUSIVE MODE')
    const [one, two, three, keyed] = [1, 2, 3, 4].map(() => payloadOf([TENANT]))
    if (!one || !two || !three || !keyed) throw new Error('payloads are missing')
    const key = { tenantId: TENANT, key: 'key' }
    const tries = await Promise.allSettled([
      queues.payloads.put(one),
      queues.payloads.put(two, three),
      queues.payloads.putOnce(key, keyed),
    ])
    expect(tries.map((tried) => tried.status === 'rejected' && tried.reason)).toEqual(
      Array(3).fill(expect.any(UnavailableError)),
    )
    const running = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    expect((await blocker.query(running)).rows).toEqual([{ count: 0 }])
    await blocker.query('ROLLBACK')
    expect(await queues.payloads.listIds({ olderThanMs: -60_000 })).toEqual([])
    expect(await queues.payloads.putOnce(key, one)).toEqual([one.payloadId])
  })

  it('forget keys a day later', async () => {
    const { appUrl } = await freshPostgres()
    const queues = createQueues({ postgresUrl: appUrl })
    const client = new pg.Client({ connectionString: appUrl })
    await client.connect()
    onTestFinished(async () => {
      await client.end()
      await queues.close()
    })
    for (const key of ['old', 'young'])
      await queues.payloads.putOnce({ tenantId: TENANT, key }, payloadOf([TENANT]))
    await client.query(`UPDATE queues.idempotency_key SET at = now() - interval '25 hours' WHERE key = 'old'`)
    await queues.payloads.forgetKeys()
    expect((await client.query('SELECT key FROM queues.idempotency_key')).rows).toEqual([{ key: 'young' }])
  })
})
