import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { createQueues } from '#core/queues/create-queues'
import type { Queues } from '#core/queues/queues'
import type { Records } from '#core/records/create-records'
import { createIngestToken, resolveIngestToken } from '#core/records/ingest-tokens'
import { createSource, listSyslogSources } from '#core/records/sources'
import { createSignals } from '#core/signals/create-signals'
import type { Signals } from '#core/signals/signals'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { type Collect, createCollect } from '../../server/collect/create-collect.ts'

interface DoorOptions {
  postgresUrl: string
  redisUrl?: string | undefined
  records: Records
}

interface Door {
  url: string
  queues: Queues
  signals: Signals
  collect: Collect
  registry: Registry
  close(): Promise<void>
}

/** The doors of a server without the rest of it. */
export async function startDoor({ postgresUrl, redisUrl, records }: DoorOptions): Promise<Door> {
  const queues = createQueues({ postgresUrl, redisUrl })
  const signals = createSignals({ POSTGRES_URL: postgresUrl, REDIS_URL: redisUrl })
  const registry = new Registry()
  const collect = createCollect({
    config: {
      ...{ HOST: '127.0.0.1', MAX_BODY_BYTES: 16 * 1024 * 1024, GATHER_MS: 20 },
      ...{ RETENTION_DAYS: 365, RETENTION_CLASSES: [30, 365] },
    },
    ...{ queues, signals, registry },
    resolveToken: (secret) => resolveIngestToken(records, secret),
    listSyslogSources: () => listSyslogSources(records),
    log: pino({ level: 'silent' }),
  })
  const app = fastify()
  await app.register(collect.plugin)
  await app.listen({ host: '127.0.0.1', port: 0 })
  if (!app.server.listening) await once(app.server, 'listening')
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ queues, signals, collect, registry },
    async close() {
      await app.close()
      await collect.close()
      await queues.close()
      await signals.close()
    },
  }
}

/** A source of the tenant and the secret that lets a shipper send for it. */
export async function sourceWithToken(
  records: Records,
  scope: TenantScope,
  tenantId: string,
): Promise<{ sourceId: string; secret: string }> {
  const { sourceId } = await createSource(records, scope, { tenantId, name: `source ${crypto.randomUUID()}` })
  const { secret } = await createIngestToken(records, scope, { tenantId, sourceId, name: 'shipper' })
  return { sourceId, secret }
}
