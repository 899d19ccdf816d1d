import { alerts } from '#core/queues/alerts'
import { createQueues } from '#core/queues/create-queues'
import { createRecords } from '#core/records/create-records'
import { createStore } from '#core/store/create-store'
import { payloadsDetectedSince } from '#core/store/queries/payloads-detected-since'
import { grantScope } from '#core/tenant/grant-scope'
import { allTenants } from '../token/tenant-named.ts'
import type { Databases } from './with-databases.ts'

const MARGIN_MS = 10 * 60_000

/**
 * ClickHouse was copied a moment after Postgres: alerts of what was stored in between are asked for again. One that is
 * there already counts nothing twice.
 */
export async function askForAlerts(databases: Databases, takenAt: number): Promise<void> {
  const { postgresUrl, redisUrl, clickhouse } = databases
  const records = createRecords({ url: postgresUrl, maxConnections: 2 })
  const store = createStore(clickhouse)
  const queues = createQueues({ postgresUrl, redisUrl })
  try {
    const tenantIds = (await allTenants(records)).map(({ tenantId }) => tenantId)
    if (tenantIds.length === 0) return
    for (const job of await payloadsDetectedSince(store, grantScope(tenantIds), takenAt - MARGIN_MS))
      await queues.add(alerts, job, { jobId: `${job.payloadId}.${job.tenantId}` })
  } finally {
    await Promise.all([queues.close(), store.close(), records.close()])
  }
}
