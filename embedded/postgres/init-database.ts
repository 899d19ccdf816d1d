import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { ServerAccount } from './server-account.ts'

const run = promisify(execFile)

const FLAGS = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8']
const LOCALE = ['--locale-provider=builtin', '--locale=C.UTF-8']

/** Runs initdb beside the data folder and renames: an initialisation broken off is done again. */
export async function initDatabase(
  initdb: string,
  data: string,
  password: string,
  account: ServerAccount | undefined,
): Promise<void> {
  if (existsSync(data)) return
  const partial = `${data}.new`
  const passwordFile = `${data}.password`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    if (account)
      await Promise.all([partial, passwordFile].map((path) => chown(path, account.uid, account.gid)))
    const flags = [...FLAGS, ...LOCALE, `--pwfile=${passwordFile}`, `--pgdata=${partial}`]
    await run(initdb, flags, { ...account, env: serverEnvironment(), cwd: '/' })
    await chmod(partial, 0o700)
    await rename(partial, data)
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    throw new Error(`Postgres could not be initialised: ${stderr?.trim() || message}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Nothing of ours: no PG* variables, no locale that is not installed. (Next's types ask each environment for NODE_ENV.) */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: 'production' }
}
