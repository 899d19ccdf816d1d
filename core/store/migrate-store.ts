import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { connect, type StoreConnection } from './connection.ts'
import { storeError } from './store-error.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const FILE = /^(\d{3})_[a-z]+(?:_[a-z0-9]+)+\.sql$/
const DATABASE = /^[a-z][a-z0-9_]*$/

interface Migration {
  number: number
  name: string
  checksum: string
  statements: readonly string[]
}

/**
 * Brings a database up to date, creating it when missing. Several may do so at once: ClickHouse has no lock to
 * take, so every statement of every migration is idempotent, and two runs of one file end where one run does.
 * @throws Error when a migration that was applied has since been edited
 */
export async function migrateStore(connection: StoreConnection): Promise<void> {
  if (!DATABASE.test(connection.database))
    throw new Error(`Not a name for a database: ${connection.database}`)
  const migrations = await readMigrations()
  await createDatabase(connection)
  const client = connect(connection)
  try {
    await client.command({ query: LEDGER })
    const applied = await client.query({
      query: 'SELECT number, checksum FROM migrations',
      format: 'JSONEachRow',
    })
    const checksums = new Map(
      (await applied.json<{ number: number; checksum: string }>()).map((row) => [row.number, row.checksum]),
    )
    for (const migration of migrations) {
      const known = checksums.get(migration.number)
      if (known !== undefined && known !== migration.checksum) {
        throw new Error(`${migration.name} was edited after it was applied: write a new migration instead`)
      }
      if (known !== undefined) continue
      for (const statement of migration.statements) await client.command({ query: statement })
      const { number, name, checksum } = migration
      await client.insert({
        table: 'migrations',
        values: [{ number, name, checksum }],
        format: 'JSONEachRow',
        clickhouse_settings: { async_insert: 0 },
      })
    }
  } catch (error) {
    throw storeError(error, 'worker')
  } finally {
    await client.close()
  }
}

const LEDGER = `CREATE TABLE IF NOT EXISTS migrations
  (number UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))
  ENGINE = ReplacingMergeTree(applied_at) ORDER BY number`

async function createDatabase(connection: StoreConnection): Promise<void> {
  const client = connect(connection, 'default')
  try {
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${connection.database}` })
  } catch (error) {
    throw storeError(error, 'worker')
  } finally {
    await client.close()
  }
}

/** Names of those that this program brings. */
export async function storeMigrations(): Promise<string[]> {
  return (await readMigrations()).map(({ name }) => name)
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== index + 1) throw new Error(`Migration ${name} should be number ${index + 1}`)
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      return {
        number,
        name,
        checksum: createHash('sha256').update(text).digest('hex'),
        statements: split(text),
      }
    }),
  )
}

/** Statements end with a `;` at the end of a line. */
function split(text: string): string[] {
  return text
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean)
}
