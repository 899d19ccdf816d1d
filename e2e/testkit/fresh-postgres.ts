import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'
import { migrateQueues } from '../../core/queues/migrate-queues.ts'
import { migrateRecords } from '../../core/records/migrate-records.ts'
import { dropDatabase } from './drop-database.ts'

/** Any number: one test file makes the template while the others wait. */
const TEMPLATE_LOCK = 4_815_162

interface FreshPostgres {
  ownerUrl: string
  appUrl: string
  drop(): Promise<void>
}

/** A migrated database of one's own on the Postgres of the test run. */
export async function freshPostgres(): Promise<FreshPostgres> {
  const { ownerUrl, appUrl } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(ownerUrl, async (owner) => {
    const template = await ensureTemplate(owner, ownerUrl, appUrl)
    await owner.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(ownerUrl, (owner) => dropDatabase(owner, name)),
  }
}

async function ensureTemplate(owner: pg.Client, ownerUrl: string, appUrl: string): Promise<string> {
  const template = `template_${migrationsDigest()}`
  await owner.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const found = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (found.rowCount) return template
    const partial = `${template}_new`
    await owner.query(`DROP DATABASE IF EXISTS ${partial}`)
    await owner.query(`CREATE DATABASE ${partial}`)
    await migrateRecords(withDatabase(ownerUrl, partial), withDatabase(appUrl, partial))
    await migrateQueues(withDatabase(ownerUrl, partial), new URL(appUrl).username)
    await owner.query(`ALTER DATABASE ${partial} RENAME TO ${template}`)
    return template
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}

function migrationsDigest(): string {
  const folder = new URL('../../prisma/migrations/', import.meta.url)
  const digest = createHash('sha256')
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) digest.update(readFileSync(new URL(`${entry.name}/migration.sql`, folder)))
  }
  return digest.digest('hex').slice(0, 12)
}

async function asOwner(ownerUrl: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
