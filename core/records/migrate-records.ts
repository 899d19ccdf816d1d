import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { grantProgramRole } from './grant-program-role.ts'

/** Prisma's own, so that its command line and this runner never work at the same time. */
const ADVISORY_LOCK = 72707369

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

interface Migration {
  name: string
  sql: string
  checksum: string
}

/**
 * Applies the committed SQL with Prisma's ledger (its engine cannot be downloaded everywhere). Safe when
 * several run at once; each migration is one transaction.
 * @param ownerUrl a role that may create tables, and roles where the program's is missing
 * @param appUrl the program's: its role is made where it is missing, and granted what the program needs
 * @param only migrations to apply, where a backup is to find the tables as they were; all without it
 * @returns names of the migrations applied now
 * @throws Error when an applied migration was changed or is missing
 */
export async function migrateRecords(
  ownerUrl: string,
  appUrl: string,
  { folder = MIGRATIONS, only }: { folder?: string; only?: ReadonlySet<string> } = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query("SET client_min_messages = 'warning'")
    await client.query(LEDGER)
    const due = waitingMigrations(migrations, await appliedMigrations(client))
    const waiting = only ? due.filter(({ name }) => only.has(name)) : due
    for (const migration of waiting) await applyMigration(client, migration)
    await grantProgramRole(client, new URL(appUrl))
    return waiting.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}

/** Names of those that this program brings. */
export async function recordMigrations(): Promise<string[]> {
  return (await readMigrations(MIGRATIONS)).map(({ name }) => name)
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  )
  const broken = rows.find((row) => !row.finished)
  if (broken) throw new Error(`Migration ${broken.name} was begun by another tool and did not finish`)
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function waitingMigrations(migrations: readonly Migration[], applied: Map<string, string>): Migration[] {
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = [...applied.keys()].find((name) => !known.has(name))
  if (unknown) throw new Error(`The database is newer than this program: it has migration ${unknown}`)
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (changed) throw new Error(`Migration ${changed.name} was changed after it was applied`)
  return migrations.filter(({ name }) => !applied.has(name))
}

async function applyMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
