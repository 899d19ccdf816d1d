import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Log } from '#core/log'
import type { Begin, Report } from './clickhouse/messages.ts'

interface ClickHouseOptions {
  /** Folder of the installation; the data lies in `clickhouse` below it. */
  home: string
  host?: string
  /** 0, the default, picks a free one. */
  port?: number
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
// Statements run on libuv's threads: one per session, and some for files. Nothing else of our environment is
// its business.
const THREADS = '16'

/**
 * ClickHouse on this machine, in a process of its own that ends with this one.
 * @throws Error when another living process owns the data, or the port is taken
 */
export async function startClickHouse(options: ClickHouseOptions): Promise<EmbeddedClickHouse> {
  const { home, host = '127.0.0.1', port = 0, log } = options
  const path = join(home, 'clickhouse')
  await mkdir(path, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const child = forkEngine(log)
  const begin: Begin = { path, inbox: join(home, 'clickhouse-inbox'), host, port, user: USER, password }
  child.send(begin)
  const opened = await opening(child)
  child.once('exit', (code, signal) => log?.info({ code, signal }, 'ClickHouse ended'))
  return {
    url: `http://${host}:${opened}`,
    user: USER,
    password,
    port: opened,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
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
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  throw new Error(`ClickHouse did not start: ${report.message}`)
}
