import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { UserError } from '#core/errors'
import { copyOut } from './copy-out.ts'
import { listTables, quoted, type Table } from './list-tables.ts'
import type { Manifest } from './manifest.ts'

/** Whether the owner may read all rows: a superuser may in any case. */
const HIDDEN = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relforcerowsecurity AND c.relnamespace = 'public'::regnamespace
    AND NOT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user)
    AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'whole'
      AND (SELECT oid FROM pg_roles WHERE rolname = current_user) = ANY (p.polroles))`
const SEQUENCES = `
  SELECT schemaname || '.' || sequencename AS name, last_value::text AS value FROM pg_sequences
  WHERE schemaname IN ('public', 'queues', 'bullmq') AND last_value IS NOT NULL ORDER BY 1`

/**
 * Writes every table to a file, as all of them were at one moment; nobody waits for it.
 * @param beside begun when that moment has come
 * @throws UserError when row-level security would hide rows
 */
export async function backUpPostgres<T>(
  ownerUrl: string,
  folder: string,
  beside: () => Promise<T>,
): Promise<[Manifest['postgres'], T]> {
  await mkdir(folder, { mode: 0o700 })
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nightjar-backup' })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query("SELECT set_config('nightjar.backup', 'on', true)")
    const begun = beside()
    // Looked at in the end: until then the tables are copied.
    begun.catch(() => undefined)
    const hidden = await client.query<{ name: string }>(HIDDEN)
    if (hidden.rows.length > 0)
      throw new UserError(
        'BAD_USER_INPUT',
        `Rows of ${hidden.rows.map(({ name }) => name).join(', ')} are hidden from this role: run nightjar migrate, ` +
          'and the backup as the same role (NIGHTJAR_POSTGRES_OWNER_URL)',
      )
    const migrations = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY 1',
    )
    const jobs = await client.query<{ version: number }>(
      'SELECT max(version) AS version FROM bullmq.migration',
    )
    const sequences = await client.query<{ name: string; value: string }>(SEQUENCES)
    const tables: Manifest['postgres']['tables'] = []
    for (const table of await listTables(client)) tables.push(await copyTable(client, table, folder))
    await client.query('COMMIT')
    const postgres = {
      migrations: migrations.rows.map(({ name }) => name),
      jobs: jobs.rows[0]?.version ?? 0,
      tables,
      sequences: sequences.rows,
    }
    return [postgres, await begun]
  } finally {
    await client.end()
  }
}

async function copyTable(
  client: pg.Client,
  { name, columns }: Table,
  folder: string,
): Promise<Manifest['postgres']['tables'][number]> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  let rows = 0
  await pipeline(
    copyOut(client, `COPY (SELECT ${list} FROM ${quoted(client, name)}) TO STDOUT`),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        // In the text format a line is a row: line ends within values are escaped.
        for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) rows++
        yield chunk
      }
    },
    createGzip({ level: 1 }),
    createWriteStream(join(folder, `${name}.copy.gz`), { mode: 0o600, flags: 'wx' }),
  )
  return { name, columns: [...columns] as [string, ...string[]], rows }
}

const LF = 10
