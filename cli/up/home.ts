import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { UserError } from '#core/errors'

/** Settings by name, as `operator-config.ts` reads them. */
export interface Access {
  POSTGRES_URL: string
  POSTGRES_OWNER_URL: string
  CLICKHOUSE_URL: string
  CLICKHOUSE_USER: string
  CLICKHOUSE_PASSWORD: string
  RULES_FILE?: string | undefined
}

export interface Home {
  path: string
  logs: string
  /** 0600, owner only: who signs in with what. */
  credentials: string
  /** Lets other verbs find the databases while we run, and the rules that are in force. */
  tell(access: Access): void
  release(): void
}

/** Root keeps its data outside of its own home: Postgres refuses to run as root, and its stand-in could not reach it there. */
export function homePath(configured: string | undefined): string {
  return resolve(
    configured ?? (process.getuid?.() === 0 ? '/var/lib/nightjar' : join(homedir(), '.nightjar')),
  )
}

/** 0600: how to reach the databases of the installation that runs. */
export function accessFile(home: string): string {
  return join(home, 'secrets', 'access.json')
}

/**
 * Takes the folder of an embedded installation.
 * @throws UserError when another `nightjar up` runs on it
 */
export function openHome(configured: string | undefined): Home {
  const path = homePath(configured)
  // Logs may hold pieces of log lines: nobody else's business. A folder that is there keeps its rights.
  mkdirSync(path, { recursive: true, mode: 0o700 })
  mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 })
  const lock = join(path, 'up.pid')
  const owner = runningOwner(lock)
  if (owner) {
    throw new UserError(
      'CONFLICT',
      `Nightjar runs on ${path} already (process ${owner}). Stop it first, or set NIGHTJAR_HOME to another folder.`,
    )
  }
  writeFileSync(lock, String(process.pid))
  return {
    path,
    logs: join(path, 'logs'),
    credentials: join(path, 'credentials.json'),
    tell: (access) => writeFileSync(accessFile(path), JSON.stringify(access), { mode: 0o600 }),
    release() {
      rmSync(accessFile(path), { force: true })
      rmSync(lock, { force: true })
    },
  }
}

/** Whether a `nightjar up` runs on the folder. */
export function runsIn(home: string): boolean {
  return runningOwner(join(home, 'up.pid')) !== undefined
}

/** A pid file outlives kill -9, and pids are reused: only a process that still is a `nightjar up` owns the home. */
function runningOwner(lock: string): number | undefined {
  if (!existsSync(lock)) return undefined
  const pid = Number(readFileSync(lock, 'utf8'))
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined
  try {
    process.kill(pid, 0)
  } catch {
    return undefined
  }
  const commandLine = `/proc/${pid}/cmdline`
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes('nightjar')) return undefined
  return pid
}
