import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Log } from '#core/log'
import type { Begin, Report } from './clickhouse/messages.ts'

interface ClickHouseOptions {
  /** Folder of the installation; the data lies in `clickhouse` below it. */
  home: string
  host?: string
  /** 0, the default, picks a free one. */
  port?: number
  /** Of ClickHouse's own kind, for what only a configuration says: clusters, disks. */
  configFile?: string
  log?: Log
}

export interface EmbeddedClickHouse {
  url: string
  user: string
  password: string
  port: number
  /** Ends the process after what it is writing. */
  stop(): Promise<void>
}

const USER = 'nightjar'
const RESTART_MS = 1000
// Statements run on libuv's threads: one per session, and some for files. Nothing else of our environment is
// its business.
const THREADS = '16'

/**
 * ClickHouse on this machine, in a process of its own that ends with this one. Should it end by itself, it is started
 * again at the same address.
 * @throws Error when another living process owns the data, or the port is taken
 */
export async function startClickHouse(options: ClickHouseOptions): Promise<EmbeddedClickHouse> {
  const { home, host = '127.0.0.1', port = 0, configFile, log } = options
  const path = join(home, 'clickhouse')
  await mkdir(path, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const inbox = join(home, 'clickhouse-inbox')
  const begin: Begin = { path, inbox, host, port, user: USER, password, configFile }
  let stopping = false
  let engine = await startEngine(begin, log)
  begin.port = engine.port

  async function keepAlive(): Promise<void> {
    while (!stopping) {
      const [code, signal] = await ended(engine.child)
      if (stopping) return
      log?.error({ code, signal }, 'ClickHouse ended by itself, starting it again')
      await sleep(RESTART_MS)
      try {
        if (!stopping) engine = await startEngine(begin, log)
      } catch (error) {
        log?.error({ err: error }, 'ClickHouse could not be started again')
      }
    }
  }
  const guard = keepAlive()

  return {
    url: `http://${host}:${begin.port}`,
    user: USER,
    password,
    port: begin.port,
    async stop() {
      stopping = true
      engine.child.kill('SIGTERM')
      await ended(engine.child)
      await guard
    },
  }
}

interface Engine {
  child: ChildProcess
  port: number
}

async function startEngine(begin: Begin, log: Log | undefined): Promise<Engine> {
  const child = forkEngine(log)
  child.send(begin)
  return { child, port: await opening(child) }
}

async function ended(child: ChildProcess): Promise<unknown[]> {
  return child.exitCode === null && child.signalCode === null
    ? once(child, 'exit')
    : [child.exitCode, child.signalCode]
}

function forkEngine(log: Log | undefined): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(fileURLToPath(new URL('./clickhouse/main.ts', import.meta.url)), [], {
    execArgv: ['--import', tsx],
    env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: THREADS },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => log?.warn({ text: text.slice(0, 4096) }, 'ClickHouse says'))
  return child
}

async function opening(child: ChildProcess): Promise<number> {
  const report = await new Promise<Report>((resolve) => {
    child.once('message', (message) => resolve(message as Report))
    child.once('error', (error) => resolve({ kind: 'failed', message: error.message }))
    child.once('exit', (code, signal) =>
      resolve({ kind: 'failed', message: `it ended with ${signal ?? code}` }),
    )
  })
  if (report.kind === 'ready') return report.port
  await ended(child)
  throw new Error(`ClickHouse did not start: ${report.message}`)
}
