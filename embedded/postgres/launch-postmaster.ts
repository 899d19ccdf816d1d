import { spawn } from 'node:child_process'
import { open, readFile, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverEnvironment } from './init-database.ts'
import { readPostmaster } from './postmaster-file.ts'
import type { ServerAccount } from './server-account.ts'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Server, worker, command line: each a pool for records, one for queues, a line for signals.
  max_connections: '200',
  wal_compression: 'on',
  jit: 'off',
  // A failed statement may carry log lines or secrets: the error is enough.
  log_min_error_statement: 'panic',
  log_line_prefix: '%m [%p] ',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const START_MS = 60_000

export interface Launch {
  postgres: string
  data: string
  port: number
  logFile: string
  account: ServerAccount | undefined
}

/**
 * Starts a postmaster that outlives us if we are killed.
 * @returns its process id once it answers
 * @throws Error with the end of its log when it does not come up
 */
export async function launchPostmaster({ postgres, data, port, logFile, account }: Launch): Promise<number> {
  const log = await open(logFile, 'a', 0o600)
  const logged = (await stat(logFile)).size
  const settings = Object.entries({ ...SETTINGS, port: String(port) })
  const child = spawn(
    postgres,
    ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...account,
      cwd: '/',
      env: serverEnvironment(),
      // Its own process group: Ctrl-C in the terminal must reach us, not it.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  )
  let ended: string | undefined
  child.once('error', (error) => {
    ended = error.message
  })
  child.once('exit', (code, signal) => {
    ended ??= `ended with ${signal ?? code}`
  })
  await log.close()
  child.unref()
  const deadline = Date.now() + START_MS
  while (ended === undefined && Date.now() < deadline) {
    const postmaster = await readPostmaster(data)
    if (postmaster?.ready && postmaster.pid === child.pid) return child.pid
    await sleep(10)
  }
  child.kill('SIGQUIT')
  const tail = (await readFile(logFile)).subarray(logged).toString().trim().slice(-2000)
  throw new Error(`Postgres did not start (${ended ?? 'no answer'}):\n${tail}`)
}
