import { mkdir, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { UserError } from '#core/errors'
import { backUpStore } from '#core/store/back-up-store'
import { type BackupPlace, STORE_FOLDER } from '#core/store/backup-place'
import { parseFlags } from '../parse-flags.ts'
import type { Io, Verb } from '../verb.ts'
import { backUpPostgres } from './back-up-postgres.ts'
import { writeChecksums } from './checksums.ts'
import { backUpHomeFiles } from './home-files.ts'
import { MANIFEST_FORMAT, type Manifest, writeManifest } from './manifest.ts'
import { rowsInStoreBackup } from './rows-in-store-backup.ts'
import { type Databases, withDatabases } from './with-databases.ts'

const USAGE = `Usage: nightjar backup --to FOLDER [--disk NAME]

Copies both databases to a new folder while everything runs: what people edit, events,
detections, and lines that were accepted and wait in Postgres to be read. Works on the
databases of the environment (NIGHTJAR_POSTGRES_OWNER_URL, NIGHTJAR_CLICKHOUSE_URL ...),
else on the installation in NIGHTJAR_HOME, running or not. The folder holds secrets.

  --disk NAME   ClickHouse writes to this disk of its server instead of into the folder

Exit codes: 0 done, 1 failed, 2 wrong use
`

const FLAGS = { to: { type: 'string' }, disk: { type: 'string' } } as const

export const backupVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, FLAGS, USAGE, io)
  if (typeof flags === 'number') return flags
  const { to, disk } = flags.values
  if (!to || flags.positionals.length > 0) {
    io.stderr.write(USAGE)
    return 2
  }
  const folder = resolve(to)
  await makeEmpty(folder)
  const manifest = await withDatabases({ toFill: false }, (databases) =>
    backUp(databases, { folder, disk, name: basename(folder) }, io),
  )
  const postgres = manifest.postgres.tables.reduce((sum, { rows }) => sum + rows, 0)
  io.stdout.write(`${JSON.stringify({ backup: folder, rows: { postgres, ...manifest.clickhouse.rows } })}\n`)
  return 0
}

async function backUp(databases: Databases, place: BackupPlace, io: Io): Promise<Manifest> {
  const { folder, disk } = place
  if (databases.redisUrl)
    io.stderr.write('The queue is in Redis: lines that wait there to be read are not in the backup.\n')
  const takenAt = Date.now()
  // Postgres first, by a moment: a payload that is stored in between is then in both, and looked up before it is stored
  // again. The other way round it would be in neither.
  const [postgres, migrations] = await backUpPostgres(
    databases.postgresOwnerUrl,
    join(folder, 'postgres'),
    () => backUpStore(databases.clickhouse, place),
  )
  if (databases.home !== undefined) await backUpHomeFiles(databases.home, folder)
  const rows = disk === undefined ? await rowsInStoreBackup(join(folder, STORE_FOLDER)) : undefined
  const clickhouse = { migrations, disk, rows }
  const manifest = {
    format: MANIFEST_FORMAT,
    takenAt,
    postgres,
    clickhouse,
    sums: await writeChecksums(folder),
  } as const
  await writeManifest(folder, manifest)
  return manifest
}

async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0)
    throw new UserError('CONFLICT', `${folder} is not empty: a backup takes a folder of its own`)
}
