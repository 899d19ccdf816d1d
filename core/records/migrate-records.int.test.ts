import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { dropDatabase } from '../../e2e/testkit/drop-database.ts'
import { migrateRecords } from './migrate-records.ts'

const MIGRATIONS = new URL('../../prisma/migrations', import.meta.url).pathname

describe('migrateRecords', () => {
  const name = `test_${randomBytes(6).toString('hex')}`
  const program = `program_${randomBytes(6).toString('hex')}`
  let owner: pg.Client
  let ownerUrl: string
  let appUrl: string

  beforeAll(async () => {
    const given = inject('postgres')
    owner = new pg.Client({ connectionString: given.ownerUrl })
    await owner.connect()
    await owner.query(`CREATE DATABASE ${name}`)
    const url = new URL(given.ownerUrl)
    url.pathname = `/${name}`
    ownerUrl = url.href
    url.username = program
    url.password = "it's a secret"
    appUrl = url.href
  })

  afterAll(async () => {
    await dropDatabase(owner, name)
    await owner.query(`DROP ROLE IF EXISTS ${program}`)
    await owner.end()
  })

  it('applies each migration once when three run at the same time, and makes the role of the program', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => migrateRecords(ownerUrl, appUrl)))
    const applied = runs.flat()
    expect(applied.length).toBeGreaterThan(0)
    expect(new Set(applied).size).toBe(applied.length)
    expect(await migrateRecords(ownerUrl, appUrl)).toEqual([])

    const app = new pg.Client({ connectionString: appUrl })
    await app.connect()
    expect((await app.query('SELECT count(*)::int AS n FROM organizations')).rows).toEqual([{ n: 0 }])
    await expect(app.query('SELECT * FROM _prisma_migrations')).rejects.toThrow(/permission denied/)
    await expect(app.query('CREATE TABLE mine (n int)')).rejects.toThrow(/permission denied/)
    await app.end()
  })

  it('guards every table that has a tenant', async () => {
    const client = new pg.Client({ connectionString: ownerUrl })
    await client.connect()
    const { rows } = await client.query(
      `SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
       WHERE relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`,
    )
    await client.end()
    expect(rows).toEqual([])
  })

  it('refuses a role that passes by row-level security', async () => {
    await expect(migrateRecords(ownerUrl, ownerUrl)).rejects.toThrow(/tenants would not be kept apart/)
  })

  it('refuses a migration changed after it was applied, and rolls a failing one back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nightjar-migrations-'))
    await cp(MIGRATIONS, folder, { recursive: true })
    await cp(join(folder, '20261123120000_create_records'), join(folder, '29990101000000_fail'), {
      recursive: true,
    })
    await writeFile(
      join(folder, '29990101000000_fail', 'migration.sql'),
      'CREATE TABLE half (n int); SELECT 1/0',
    )
    await expect(migrateRecords(ownerUrl, appUrl, { folder })).rejects.toThrow(
      /29990101000000_fail failed: division/,
    )
    await writeFile(join(folder, '29990101000000_fail', 'migration.sql'), 'CREATE TABLE half (n int)')
    expect(await migrateRecords(ownerUrl, appUrl, { folder })).toEqual(['29990101000000_fail'])
    await expect(migrateRecords(ownerUrl, appUrl)).rejects.toThrow(/newer than this program/)
    await writeFile(join(folder, '29990101000000_fail', 'migration.sql'), 'CREATE TABLE other (n int)')
    await expect(migrateRecords(ownerUrl, appUrl, { folder })).rejects.toThrow(
      /was changed after it was applied/,
    )
    await rm(folder, { recursive: true })
  })
})
