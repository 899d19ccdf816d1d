import { existsSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '#core/errors'
import { keepCredentials } from '../up/credentials.ts'

/** What an embedded installation keeps beside its databases and cannot make again. */
const FILES = ['credentials.json', 'rules.yml', 'secrets/session-secret']
const FOLDER = 'home'

export async function backUpHomeFiles(home: string, backup: string): Promise<void> {
  await copyFiles(home, join(backup, FOLDER))
}

/** Without credentials in the backup, the next start must not take the home for a new one. */
export async function restoreHomeFiles(backup: string, home: string): Promise<void> {
  await copyFiles(join(backup, FOLDER), home)
  const credentials = join(home, 'credentials.json')
  if (!existsSync(credentials))
    keepCredentials(credentials, { organization: '', people: [], ingestTokens: {}, fed: [], complete: true })
}

/** @throws UserError when one of the files is there */
export function mustBeNewHome(home: string): void {
  const there = FILES.find((file) => existsSync(join(home, file)))
  if (there !== undefined)
    throw new UserError('CONFLICT', `${join(home, there)} exists: restore into an empty home`)
}

async function copyFiles(from: string, to: string): Promise<void> {
  for (const file of FILES) {
    if (!existsSync(join(from, file))) continue
    await mkdir(dirname(join(to, file)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, file), join(to, file))
  }
}
