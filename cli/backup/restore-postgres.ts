import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { UserError } from '#core/errors'
import { copyIn } from './copy-in.ts'
import { listTables, quoted, type Table } from './list-tables.ts'
import type { Manifest } from './manifest.ts'

/**
 * Fills the tables of a database that has none of its own rows, in one transaction.
 * @throws UserError when a table holds rows, or not as many came as were written
 */
export async function restorePostgres(
  ownerUrl: string,
  folder: string,
  backup: Manifest['postgres'],
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nightjar-restore' })
  await client.connect()
  try {
    const jobs = await client.query<{ version: number }>(
      'SELECT max(version) AS version FROM bullmq.migration',
    )
    if (backup.jobs > (jobs.rows[0]?.version ?? 0)) throw newer('its job tables are newer')
    const known = new Map((await listTables(client)).map((table) => [table.name, table]))
    await client.query('BEGIN')
    await client.query("SELECT set_config('nightjar.backup', 'on', true)")
    for (const { name } of known.values()) await mustBeEmpty(client, name)
    for (const table of inOrder(backup.tables, known))
      await fill(client, table, known.get(table.name), folder)
    for (const { name, value } of backup.sequences)
      await client.query('SELECT setval(to_regclass($1), $2) WHERE to_regclass($1) IS NOT NULL', [
        name,
        value,
      ])
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** In the order of this program's foreign keys. */
function inOrder(tables: Manifest['postgres']['tables'], known: ReadonlyMap<string, Table>) {
  const unknown = tables.find(({ name }) => !known.has(name))
  if (unknown) throw newer(`there is no table ${unknown.name}`)
  const byName = new Map(tables.map((table) => [table.name, table]))
  return [...known.keys()].flatMap((name) => byName.get(name) ?? [])
}

async function mustBeEmpty(client: pg.Client, name: string): Promise<void> {
  const { rows } = await client.query<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${quoted(client, name)}) AS any`,
  )
  if (rows[0]?.any)
    throw new UserError('CONFLICT', `Postgres holds rows in ${name} already: restore into an empty database`)
}

async function fill(
  client: pg.Client,
  { name, columns, rows }: Manifest['postgres']['tables'][number],
  table: Table | undefined,
  folder: string,
): Promise<void> {
  const target = quoted(client, name)
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  // COPY FROM refuses to run under row-level security. Nobody else sees the table without it: this transaction holds its lock.
  if (table?.guarded) await client.query(`ALTER TABLE ${target} NO FORCE ROW LEVEL SECURITY`)
  const lines = createReadStream(join(folder, `${name}.copy.gz`)).pipe(createGunzip())
  const came = await copyIn(client, `COPY ${target} (${list}) FROM STDIN`, lines)
  if (table?.guarded) await client.query(`ALTER TABLE ${target} FORCE ROW LEVEL SECURITY`)
  if (came !== rows)
    throw new UserError(
      'BAD_USER_INPUT',
      `The backup is damaged: ${name} has ${came} rows instead of ${rows}`,
    )
}

function newer(why: string): UserError {
  return new UserError(
    'BAD_USER_INPUT',
    `A newer Nightjar wrote this backup (${why}): restore it with that one`,
  )
}
