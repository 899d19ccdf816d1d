import { mkdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentWith, readConfig } from '#core/config'
import { createRecords } from '#core/records/create-records'
import { createIngestToken } from '#core/records/ingest-tokens'
import { createOrganization } from '#core/records/organizations'
import { ensureSource } from '#core/records/sources'
import { createTenant } from '#core/records/tenants'
import type { StoreConnection } from '#core/store/connection'
import { grantScope } from '#core/tenant/grant-scope'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { migrateDatabases } from '../cli/migrate-databases.ts'
import { buildConsole } from '../cli/up/build-console.ts'
import { settingsOf } from '../cli/up/settings.ts'
import { supervise } from '../cli/up/supervise.ts'
import { startClickHouse } from '../embedded/start-clickhouse.ts'
import { startPostgres } from '../embedded/start-postgres.ts'
import { descendantsRunning } from './process-cpu.ts'

export interface Stack {
  serverUrl: string
  workerUrl: string
  postgresUrl: string
  store: StoreConnection
  token: string
  scope: TenantScope
  /** Process ids by what runs in them. */
  pids: { server: number; worker: number; postgres: number; clickhouse: number }
  /** One more server, with other settings. @returns its address */
  startServer(settings: Readonly<Record<string, string>>): Promise<string>
  /** Builds the console where its sources changed. @returns its address */
  startConsole(): Promise<string>
  stop(): Promise<void>
}

/** The processes that `nightjar up` starts, without the console, in a temporary home, with one tenant and one token. */
export async function startStack(): Promise<Stack> {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  await chmod(home, 0o755)
  const logs = join(home, 'logs')
  mkdirSync(logs)
  const [postgres, clickhouse] = await Promise.all([startPostgres({ home }), startClickHouse({ home })])
  const config = readConfig()
  const { addresses, access } = await settingsOf(config, home, { postgres, clickhouse }, new Set())
  const store = { ...clickhouse, database: config.CLICKHOUSE_DATABASE }
  await migrateDatabases({
    postgresOwnerUrl: postgres.ownerUrl,
    postgresUrl: postgres.appUrl,
    clickhouse: store,
  })
  const { token, scope } = await createSender(postgres.appUrl)
  const env = environmentWith({ ...addresses, ...access, NIGHTJAR_LOG_LEVEL: 'warn' })
  const complain = (message: string): void => void process.stderr.write(`${message}\n`)
  const children = ['server', 'worker'].map((verb) => supervise(verb, env, logs, complain))
  const [serverUrl = ''] = await Promise.all(children.map(({ ready }) => ready))
  return {
    serverUrl,
    workerUrl: `http://127.0.0.1:${addresses.NIGHTJAR_WORKER_PORT}`,
    postgresUrl: postgres.appUrl,
    store,
    token,
    scope,
    pids: {
      server: onlyDescendant('nightjar.mjs server'),
      worker: onlyDescendant('nightjar.mjs worker'),
      clickhouse: onlyDescendant('clickhouse/main'),
      postgres: Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    },
    startServer(settings) {
      const child = supervise('server', { ...env, ...settings }, logs, complain)
      children.push(child)
      return child.ready
    },
    async startConsole() {
      await buildConsole(join(logs, 'build.log'), new AbortController().signal)
      const child = supervise('console', env, logs, complain)
      children.push(child)
      return child.ready
    },
    async stop() {
      await Promise.all(children.map((child) => child.stop()))
      await Promise.all([postgres.stop(), clickhouse.stop()])
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function createSender(url: string): Promise<{ token: string; scope: TenantScope }> {
  const records = createRecords({ url, maxConnections: 1 })
  try {
    const { organizationId } = await createOrganization(records, 'Bench')
    const tenant = { slug: 'bench', name: 'Bench', code: 'BE', hue: 0 }
    const { tenantId } = await createTenant(records, { organizationId, ...tenant })
    const scope = grantScope([tenantId])
    const { sourceId } = await ensureSource(records, scope, { tenantId, name: 'mixed' })
    const { secret } = await createIngestToken(records, scope, { tenantId, sourceId, name: 'bench' })
    return { token: secret, scope }
  } finally {
    await records.close()
  }
}

function onlyDescendant(commandLine: string): number {
  const [pid, ...others] = descendantsRunning(commandLine)
  if (pid === undefined || others.length > 0) throw new Error(`Not one process runs ${commandLine}`)
  return pid
}
