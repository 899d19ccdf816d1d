import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { adoptPostmaster } from './postgres/adopt-postmaster.ts'
import { findBinaries } from './postgres/find-binaries.ts'
import { freePort, isFree } from './postgres/free-port.ts'
import { initDatabase } from './postgres/init-database.ts'
import { keepPasswords } from './postgres/keep-passwords.ts'
import { type Launch, launchPostmaster } from './postgres/launch-postmaster.ts'
import { readPostmaster, removeStaleLock } from './postgres/postmaster-file.ts'
import { APP, databaseUrl, OWNER, prepareDatabase } from './postgres/prepare-database.ts'
import { openHome, serverAccount } from './postgres/server-account.ts'
import { stopPostmaster } from './postgres/stop-postmaster.ts'

export interface PostgresOptions {
  /** Folder of the installation; the data go into `postgres` below it. */
  home: string
  /** Must be free. Without it a free one is taken. */
  port?: number
  log?: (message: string) => void
}

export interface EmbeddedPostgres {
  /** Runs migrations. */
  ownerUrl: string
  /** Runs the program: neither superuser nor BYPASSRLS. */
  appUrl: string
  port: number
  stop(): Promise<void>
}

/**
 * Starts the Postgres that npm installed, on loopback. Initialises it the first time; adopts the one that a
 * killed process left running.
 */
export async function startPostgres({ home, port, log }: PostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(home, { recursive: true })
  const folder = await realpath(home)
  const data = join(folder, 'postgres')
  const account = serverAccount()
  await openHome(folder, account)
  const [binaries, passwords] = await Promise.all([findBinaries(folder, account), keepPasswords(folder)])
  const running = await takeOver(data, passwords.superuser, port, log)
  if (!running) {
    await initDatabase(binaries.initdb, data, passwords.superuser, account)
    await removeStaleLock(data)
  }
  const logFile = join(folder, 'postgres.log')
  const server = running ?? (await launch({ ...binaries, data, logFile, account }, port))
  try {
    await prepareDatabase(server.port, passwords)
  } catch (error) {
    await stopPostmaster(server.pid, data)
    throw error
  }
  return {
    ownerUrl: databaseUrl(OWNER, passwords.owner, server.port),
    appUrl: databaseUrl(APP, passwords.app, server.port),
    port: server.port,
    stop: () => stopPostmaster(server.pid, data),
  }
}

/** Adopts what runs on our data, or stops it where it does not answer or holds another port than asked for. */
async function takeOver(
  data: string,
  password: string,
  port: number | undefined,
  log: PostgresOptions['log'],
): Promise<{ pid: number; port: number } | undefined> {
  const running = await adoptPostmaster(data, password)
  if (running && (!port || running.port === port)) {
    log?.(`adopted the Postgres that was left running (process ${running.pid})`)
    return running
  }
  const left = running ?? (await readPostmaster(data))
  if (left) await stopPostmaster(left.pid, data)
  return undefined
}

async function launch(
  launching: Omit<Launch, 'port'>,
  wanted: number | undefined,
): Promise<{ pid: number; port: number }> {
  if (wanted && !(await isFree(wanted))) throw new Error(`Port ${wanted} of Postgres is taken`)
  for (let attempt = 1; ; attempt++) {
    const port = wanted || (await freePort())
    try {
      return { pid: await launchPostmaster({ ...launching, port }), port }
    } catch (error) {
      // Somebody took the port meanwhile, or processes of a killed postmaster are still leaving.
      const passing = /Address already in use|shared memory block|bind IPv4/.test(String(error))
      if (!passing || attempt === 5) throw error
      await sleep(200 * attempt)
    }
  }
}
