import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from './start-postgres.ts'

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function pidOf(home: string): Promise<number> {
  return Number((await readFile(join(home, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
}

describe('startPostgres', () => {
  let home: string

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'nightjar-postgres-'))
    // An initialisation that was broken off.
    await mkdir(join(home, 'postgres.new', 'base'), { recursive: true })
    await writeFile(join(home, 'postgres.new', 'PG_VERSION'), '18')
  })

  afterAll(async () => {
    const postgres = await startPostgres({ home })
    await postgres.stop()
    await rm(home, { recursive: true, force: true })
  })

  it('keeps data over a stop, with roles that row-level security binds', async () => {
    const first = await startPostgres({ home })
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    await expect(query(first.ownerUrl, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)

    const second = await startPostgres({ home })
    expect(await query(second.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await expect(query(second.appUrl, 'SELECT n FROM kept')).rejects.toThrow(/permission denied/)
    const roles = await query(
      second.ownerUrl,
      "SELECT rolname, rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname LIKE 'nightjar%' ORDER BY 1",
    )
    expect(roles).toEqual([
      { rolname: 'nightjar_app', above: false },
      { rolname: 'nightjar_owner', above: false },
    ])
    expect(await query(second.ownerUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const secret = join(home, 'secrets', 'postgres-app')
    expect((await stat(secret)).mode & 0o777).toBe(0o600)
    await second.stop()
  })

  it('refuses a wrong password', async () => {
    const postgres = await startPostgres({ home })
    await expect(query(postgres.appUrl.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      /password/,
    )
    await postgres.stop()
  })

  it('adopts the server that a killed process left running', async () => {
    const left = await startPostgres({ home })
    const pid = await pidOf(home)
    const adopted = await startPostgres({ home })
    expect(adopted.port).toBe(left.port)
    expect(await pidOf(home)).toBe(pid)
    await adopted.stop()
    await expect(pidOf(home)).rejects.toThrow(/ENOENT/)
  })

  it('comes back after the server itself was killed', async () => {
    const killed = await startPostgres({ home })
    await query(killed.ownerUrl, 'CREATE TABLE survived AS SELECT 1 AS n')
    process.kill(await pidOf(home), 'SIGKILL')
    const postgres = await startPostgres({ home })
    expect(await query(postgres.ownerUrl, 'SELECT n FROM survived')).toEqual([{ n: 1 }])
    await postgres.stop()
  })

  it.each([
    ['a lock file whose number is another process now', `${process.pid}\n/elsewhere\n1\n5432\n`],
    ['an empty lock file', ''],
  ])('mends %s', async (_, text) => {
    await writeFile(join(home, 'postgres', 'postmaster.pid'), text)
    const postgres = await startPostgres({ home })
    expect(await query(postgres.appUrl, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await postgres.stop()
  })

  it('says so when passwords and data do not belong together, and leaves nothing running', async () => {
    const secret = join(home, 'secrets', 'postgres-superuser')
    const password = await readFile(secret, 'utf8')
    await writeFile(secret, 'another')
    await expect(startPostgres({ home })).rejects.toThrow(/do not open the data/)
    await expect(pidOf(home)).rejects.toThrow(/ENOENT/)
    await writeFile(secret, password)
  })

  it('takes the port it is given, moves the server left on another, and says when it is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startPostgres({ home, port })).rejects.toThrow(`Port ${port} of Postgres is taken`)
    await new Promise((resolve) => server.close(resolve))
    await startPostgres({ home })
    const moved = await startPostgres({ home, port })
    expect(moved.port).toBe(port)
    await moved.stop()
  })
})
