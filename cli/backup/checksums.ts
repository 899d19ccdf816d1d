import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError } from '#core/errors'

/** As `sha256sum -c` reads it. */
const FILE = 'SHA256SUMS'
const OURS: ReadonlySet<string> = new Set([FILE, 'manifest.json'])

/** Notes the checksum of every file. @returns the checksum of that list */
export async function writeChecksums(folder: string): Promise<string> {
  const lines: string[] = []
  for (const path of await filesOf(folder)) lines.push(`${await sumOf(join(folder, path))}  ${path}\n`)
  const text = lines.join('')
  await writeFile(join(folder, FILE), text, { mode: 0o600, flag: 'wx' })
  return createHash('sha256').update(text).digest('hex')
}

/** @throws UserError naming the first file that is missing, changed, or was not there */
export async function verifyChecksums(folder: string, sums: string): Promise<void> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '')
  if (createHash('sha256').update(text).digest('hex') !== sums) throw damaged(FILE)
  const noted = new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  for (const path of await filesOf(folder)) {
    if (noted.get(path) !== (await sumOf(join(folder, path)))) throw damaged(path)
    noted.delete(path)
  }
  const [missing] = noted.keys()
  if (missing !== undefined) throw damaged(missing)
}

function damaged(path: string): UserError {
  return new UserError('BAD_USER_INPUT', `The backup is damaged: ${path} is not what was written`)
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !OURS.has(path))
    .sort()
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
