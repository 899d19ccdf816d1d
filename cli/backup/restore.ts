import { basename, join, resolve } from 'node:path'
import { UserError } from '#core/errors'
import { migrateQueues } from '#core/queues/migrate-queues'
import { migrateRecords, recordMigrations } from '#core/records/migrate-records'
import { restoreStore, storeHolds } from '#core/store/back-up-store'
import { storeMigrations } from '#core/store/migrate-store'
import { migrateDatabases } from '../migrate-databases.ts'
import { parseFlags } from '../parse-flags.ts'
import type { Verb } from '../verb.ts'
import { askForAlerts } from './ask-for-alerts.ts'
import { verifyChecksums } from './checksums.ts'
import { mustBeNewHome, restoreHomeFiles } from './home-files.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { restorePostgres } from './restore-postgres.ts'
import { type Databases, withDatabases } from './with-databases.ts'

const USAGE = `Usage: nightjar restore --from FOLDER

Fills empty databases from a backup, of this version or an older one, and brings them up to
date. Files are held against their checksums first, rows are counted afterwards. Works on the
databases of the environment (NIGHTJAR_POSTGRES_OWNER_URL, NIGHTJAR_CLICKHOUSE_URL ...), else
on a new installation in NIGHTJAR_HOME: start it afterwards. What holds rows is refused.

Exit codes: 0 done, 1 failed, 2 wrong use
`

export const restoreVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, { from: { type: 'string' } }, USAGE, io)
  if (typeof flags === 'number') return flags
  const { from } = flags.values
  if (!from || flags.positionals.length > 0) {
    io.stderr.write(USAGE)
    return 2
  }
  const folder = resolve(from)
  const manifest = await readManifest(folder)
  await mustBeReadable(manifest)
  await verifyChecksums(folder, manifest.sums)
  const rows = await withDatabases({ toFill: true }, (databases) => restore(databases, folder, manifest))
  io.stdout.write(`${JSON.stringify({ restored: folder, rows })}\n`)
  return 0
}

async function restore(databases: Databases, folder: string, { takenAt, postgres, clickhouse }: Manifest) {
  const { postgresUrl, postgresOwnerUrl, home } = databases
  if (home !== undefined) mustBeNewHome(home)
  const held = await storeHolds(databases.clickhouse)
  if (held !== undefined)
    throw new UserError(
      'CONFLICT',
      `ClickHouse holds rows in ${held} already: restore into an empty database`,
    )
  // Rows go into the tables they came from; what has changed since is done to both.
  await migrateRecords(postgresOwnerUrl, postgresUrl, { only: new Set(postgres.migrations) })
  await migrateQueues(postgresOwnerUrl, decodeURIComponent(new URL(postgresUrl).username))
  await restorePostgres(postgresOwnerUrl, join(folder, 'postgres'), postgres)
  const stored = await restoreStore(databases.clickhouse, {
    folder,
    disk: clickhouse.disk,
    name: basename(folder),
  })
  for (const [table, rows] of Object.entries(clickhouse.rows ?? {}))
    if (stored.get(table) !== rows)
      throw new Error(`ClickHouse has ${stored.get(table) ?? 0} rows in ${table} instead of ${rows}`)
  await migrateDatabases({ postgresOwnerUrl, postgresUrl, clickhouse: databases.clickhouse })
  if (home !== undefined) await restoreHomeFiles(folder, home)
  await askForAlerts(databases, takenAt)
  return { postgres: postgres.tables.reduce((sum, { rows }) => sum + rows, 0), ...Object.fromEntries(stored) }
}

/** @throws UserError when a newer program made it */
async function mustBeReadable({ postgres, clickhouse }: Manifest): Promise<void> {
  const known = new Set([...(await recordMigrations()), ...(await storeMigrations())])
  const unknown = [...postgres.migrations, ...clickhouse.migrations].find((name) => !known.has(name))
  if (unknown !== undefined)
    throw new UserError(
      'BAD_USER_INPUT',
      `A newer Nightjar wrote this backup (${unknown}): restore it with that one`,
    )
}
