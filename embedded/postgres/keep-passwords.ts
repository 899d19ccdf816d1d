import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

const ROLES = ['superuser', 'owner', 'app'] as const

export type Passwords = Record<(typeof ROLES)[number], string>

/** Passwords of the embedded roles: made once, kept in files that only their owner reads. */
export async function keepPasswords(home: string): Promise<Passwords> {
  const folder = join(home, 'secrets')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const [superuser, owner, app] = await Promise.all(
    ROLES.map((role) => keepPassword(folder, `postgres-${role}`)),
  )
  if (!superuser || !owner || !app) throw new Error(`An empty password file in ${folder}`)
  return { superuser, owner, app }
}

async function keepPassword(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const password = randomBytes(24).toString('base64url')
  const file = await open(`${path}.new`, 'w', 0o600)
  await file.writeFile(`${password}\n`)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
  return password
}
