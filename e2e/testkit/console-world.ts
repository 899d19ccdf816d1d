import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildConsole } from '../../cli/up/build-console.ts'
import { readConfig } from '../../core/config.ts'
import { createLog } from '../../core/log.ts'
import { createPerson } from '../../server/identity/create-person.ts'
import { startServer } from '../../server/main.ts'
import { startWorker } from '../../workers/main.ts'
import { freshClickHouse } from './fresh-clickhouse.ts'
import { sourceWithToken } from './start-door.ts'
import { twoTenants } from './two-tenants.ts'

const LAUNCHER = join(import.meta.dirname, '../../cli/nightjar.mjs')
const PASSWORD = 'a long enough password'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function build(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-console-'))
  await buildConsole(join(folder, 'build.log'), new AbortController().signal)
  await rm(folder, { recursive: true })
}

/** Two tenants, their people, and every process from door to browser. */
export async function consoleWorld() {
  const [tenants, clickhouse, port] = await Promise.all([
    twoTenants(),
    freshClickHouse(),
    freePort(),
    build(),
  ])
  const { records, ours, theirs, ourScope, theirScope } = tenants
  const environment: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    NIGHTJAR_POSTGRES_URL: tenants.appUrl,
    NIGHTJAR_CLICKHOUSE_URL: clickhouse.connection.url,
    NIGHTJAR_CLICKHOUSE_USER: clickhouse.connection.user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: clickhouse.connection.password,
    NIGHTJAR_CLICKHOUSE_DATABASE: clickhouse.connection.database,
    NIGHTJAR_SECRET: 's'.repeat(32),
    NIGHTJAR_PORT: '0',
    NIGHTJAR_WORKER_PORT: '0',
    NIGHTJAR_CONSOLE_PORT: String(port),
    NIGHTJAR_CONSOLE_URL: `http://127.0.0.1:${port}`,
    NIGHTJAR_LOG_LEVEL: 'fatal',
  }
  const config = readConfig(environment)
  const log = createLog('test', 'fatal')
  const [server, worker] = await Promise.all([startServer(config, log), startWorker(config, log)])

  const invite = (email: string, memberships: Parameters<typeof createPerson>[1]['memberships']) =>
    createPerson(records, { email, name: email.split('@')[0] ?? '', password: PASSWORD, memberships })
  await invite('analyst@harrier.example', [
    { tenantId: ours.tenantId, role: 'analyst' },
    { tenantId: theirs.tenantId, role: 'analyst' },
  ])
  await invite('customer@theirs.example', [{ tenantId: theirs.tenantId, role: 'reader' }])
  const [ourSource, theirSource] = await Promise.all([
    sourceWithToken(records, ourScope, ours.tenantId),
    sourceWithToken(records, theirScope, theirs.tenantId),
  ])

  const child = fork(LAUNCHER, ['console'], {
    env: { ...process.env, ...environment, NIGHTJAR_SERVER_URL: server.url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  const url = String((said as { ready?: string } | null)?.ready)

  return {
    url,
    password: PASSWORD,
    ...{ ours, theirs, store: clickhouse.connection },
    /** Sends lines through the door. */
    async send(whose: 'ours' | 'theirs', lines: readonly string[]): Promise<void> {
      const { secret } = whose === 'ours' ? ourSource : theirSource
      const response = await fetch(`${server.url}/ingest/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain' },
        body: lines.join('\n'),
      })
      if (response.status !== 202) throw new Error(`The door answered ${response.status}`)
    },
    async close(): Promise<void> {
      if (child.exitCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      await worker.close()
      await server.close()
      await clickhouse.drop()
      await tenants.close()
    },
  }
}

export type ConsoleWorld = Awaited<ReturnType<typeof consoleWorld>>
