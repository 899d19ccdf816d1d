import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type EmbeddedClickHouse, startClickHouse } from './start-clickhouse.ts'

type Access = Pick<EmbeddedClickHouse, 'url' | 'user' | 'password'>

function clientOf({ url, user, password }: Access, options: { gzip?: boolean; connections?: number } = {}) {
  const { gzip = false, connections = 10 } = options
  return createClient({
    url,
    username: user,
    password,
    max_open_connections: connections,
    compression: { request: gzip, response: gzip },
    log: { level: ClickHouseLogLevel.OFF },
  })
}

describe('over the official client', () => {
  const access = inject('clickhouse')
  const client = clientOf(access)
  const database = `wire_${Date.now()}`

  beforeAll(async () => {
    await client.command({ query: `CREATE DATABASE ${database}` })
    const query = `CREATE TABLE ${database}.t (n UInt32, s String) ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 10`
    await client.command({ query })
  })
  afterAll(async () => {
    await client.command({ query: `DROP DATABASE ${database}` })
    await client.close()
  })

  async function rows(query: string, query_params: Record<string, unknown> = {}) {
    return (await client.query({ query, query_params, format: 'JSONEachRow' })).json()
  }

  it('answers a ping', async () => {
    expect(await client.ping()).toEqual({ success: true })
    expect(await client.ping({ select: true })).toEqual({ success: true })
  })

  it('binds whatever a value holds', async () => {
    const values = [
      "it's",
      '\\',
      "\\'",
      'a\n\nb',
      '\t\r',
      'ü 😀',
      "'; DROP TABLE t; --",
      '{x:String}',
      '',
      'x'.repeat(400_000),
    ]
    const found = await rows('SELECT {one:String} AS one, {all:Array(String)} AS all', {
      one: values[2],
      all: values.slice(0, 9),
    })
    expect(found).toEqual([{ one: values[2], all: values.slice(0, 9) }])
    expect(await rows('SELECT length({long:String}) AS l', { long: values[9] })).toEqual([{ l: 400_000 }])
  })

  it('never runs the rows of an insert, whatever they look like', async () => {
    const s = `x"}\n\nINSERT INTO ${database}.t SELECT 666, 'ran'\n\n`
    for (const gzip of [false, true]) {
      const other = clientOf(access, { gzip })
      await other.insert({ table: `${database}.t`, values: [{ n: 1, s }], format: 'JSONEachRow' })
      await other.close()
    }
    const headers = { 'X-ClickHouse-User': access.user, 'X-ClickHouse-Key': access.password }
    const firsts = { CSV: '2,a', TSV: '2\ta', JSONEachRow: '{"n":2}', Native: '' }
    for (const [format, first] of Object.entries(firsts)) {
      const query = encodeURIComponent(`INSERT INTO ${database}.t FORMAT ${format}`)
      const body = `${first}\n\nINSERT INTO ${database}.t SELECT 666, 'ran'\n\n`
      const response = await fetch(`${access.url}/?query=${query}`, { method: 'POST', headers, body })
      await response.text()
      expect(response.status, format).toBeGreaterThanOrEqual(400)
    }
    await client
      .command({
        query: `INSERT INTO ${database}.t VALUES (3, 'b')\n\nINSERT INTO ${database}.t SELECT 666, 'ran'`,
      })
      .catch(() => {})
    expect(await rows(`SELECT DISTINCT s FROM ${database}.t WHERE n = 1`)).toEqual([{ s }])
    expect(await rows(`SELECT n FROM ${database}.t WHERE n = 666`)).toEqual([])
  })

  it('keeps the token of an insert', async () => {
    const insert = () =>
      client.insert({
        table: `${database}.t`,
        values: [{ n: 77, s: 'once' }],
        format: 'JSONEachRow',
        clickhouse_settings: { async_insert: 0, insert_deduplication_token: 'token' },
      })
    await Promise.all([insert(), insert(), insert()])
    expect(await rows(`SELECT n FROM ${database}.t WHERE n = 77`)).toHaveLength(1)
  })

  it.each([
    ['SELECT * FROM nothing', '60', 'UNKNOWN_TABLE'],
    ['SELECT 1; SELECT 2', '36', 'BAD_ARGUMENTS'],
    ['SELECT {unbound:String}', '36', 'BAD_ARGUMENTS'],
    ['SELEC 1', '62', 'SYNTAX_ERROR'],
    [`INSERT INTO ${database}.t SETTINGS async_insert = 0 FORMAT CSV\n1,a`, '36', 'BAD_ARGUMENTS'],
  ])('says what is wrong: %s', async (query, code, type) => {
    await expect(client.command({ query })).rejects.toMatchObject({ code, type })
  })

  it('forgets parameters and settings of the statement before', async () => {
    const one = clientOf(access, { connections: 1 })
    for (let round = 0; round < 5; round++) {
      await rows('SELECT {kept:String}', { kept: 'secret' })
      await client.query({
        query: 'SELECT 1',
        clickhouse_settings: { max_threads: 7, max_block_size: 77 } as never,
      })
      await expect(one.command({ query: 'SELECT {kept:String}' })).rejects.toMatchObject({ code: '36' })
      expect(await rows("SELECT getSetting('max_block_size') AS size")).not.toEqual([{ size: 77 }])
    }
    await one.close()
  })

  it('keeps nothing of settings of which one is none', async () => {
    const one = clientOf(access, { connections: 1 })
    const settings = { max_block_size: '77', no_such_setting: '1' } as never
    for (let round = 0; round < 5; round++) {
      const refused = one.query({ query: 'SELECT 1', clickhouse_settings: settings })
      await expect(refused).rejects.toMatchObject({ type: 'UNKNOWN_SETTING' })
      expect(await rows("SELECT getSetting('max_block_size') AS size")).not.toEqual([{ size: 77 }])
    }
    await one.close()
  })

  it('stops a query when its asker leaves', async () => {
    const controller = new AbortController()
    const query = 'SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(sipHash64(number))'
    const asked = client.query({ query, abort_signal: controller.signal })
    await sleep(300)
    controller.abort()
    await expect(asked).rejects.toThrow()
    let running: unknown[] = [1]
    for (let attempt = 0; attempt < 50 && running.length > 0; attempt++) {
      await sleep(100)
      running = await rows(
        "SELECT query FROM system.processes WHERE query LIKE '%sipHash64(number)%' AND query NOT LIKE '%processes%'",
      )
    }
    expect(running).toEqual([])
  })

  it('asks for the secret, and tells its own use of the machine', async () => {
    const { url, user } = access
    expect((await fetch(`${url}/?query=SELECT+1`)).status).toBe(401)
    expect((await fetch(`${url}/stats`)).status).toBe(401)
    await expect(
      clientOf({ url, user, password: 'wrong' }).command({ query: 'SELECT 1' }),
    ).rejects.toMatchObject({ code: '516' })
    const headers = { 'X-ClickHouse-User': user, 'X-ClickHouse-Key': access.password }
    const stats = (await (await fetch(`${url}/stats`, { headers })).json()) as { cpuMicros: number }
    expect(stats.cpuMicros).toBeGreaterThan(0)
  })
})

describe('the process', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'nightjar-clickhouse-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  it('is refused a home that a living one has, and starts again where it left off', async () => {
    const first = await startClickHouse({ home })
    const client = clientOf(first)
    await client.command({ query: 'CREATE TABLE t (n UInt32) ENGINE = MergeTree ORDER BY n' })
    await client.insert({ table: 't', values: [{ n: 1 }], format: 'JSONEachRow' })
    await client.close()
    await expect(startClickHouse({ home })).rejects.toThrow(/process \d+ owns the data/)
    await first.stop()
    await first.stop()
    await expect(fetch(`${first.url}/ping`)).rejects.toThrow()

    const second = await startClickHouse({ home })
    expect(await count(second)).toBe('1')
    await second.stop()
    expect(await readdir(join(home, 'clickhouse-inbox'))).toEqual([])
  })

  it('ends with its parent, even one that was killed, and what was acknowledged is there', async () => {
    const { parent, access } = await startInOtherProcess(home)
    const client = clientOf(access)
    let acknowledged = Number(await count(access))
    const inserting = (async () => {
      for (;;) {
        await client.insert({
          table: 't',
          values: [{ n: 2 }],
          format: 'JSONEachRow',
          clickhouse_settings: { async_insert: 0 },
        })
        acknowledged++
      }
    })().catch(() => {})
    await sleep(500)
    parent.kill('SIGKILL')
    await inserting
    await client.close()
    const again = await startClickHouse({ home })
    // The insert under way may have made it without its answer.
    expect([acknowledged, acknowledged + 1]).toContain(Number(await count(again)))
    expect(acknowledged).toBeGreaterThan(1)
    await again.stop()
  })

  it('comes back at the same address when it is killed', async () => {
    const { parent, access, enginePid } = await startInOtherProcess(home)
    process.kill(enginePid, 'SIGKILL')
    let answer = ''
    for (let attempt = 0; attempt < 100 && answer === ''; attempt++) {
      await sleep(100)
      answer = await count(access).catch(() => '')
    }
    expect(Number(answer)).toBeGreaterThan(1)
    parent.kill('SIGTERM')
    await once(parent, 'exit')
  })
})

async function count(access: Access): Promise<string> {
  const client = clientOf(access)
  try {
    return (
      await (await client.query({ query: 'SELECT count() FROM t', format: 'TabSeparated' })).text()
    ).trim()
  } finally {
    await client.close()
  }
}

/** A program that does nothing but keep ClickHouse. */
async function startInOtherProcess(
  home: string,
): Promise<{ parent: ChildProcess; access: Access; enginePid: number }> {
  const module = pathToFileURL(join(import.meta.dirname, 'start-clickhouse.ts')).href
  const program = `
    import { readFileSync } from 'node:fs'
    const { startClickHouse } = await import(${JSON.stringify(module)})
    const { url, user, password } = await startClickHouse({ home: ${JSON.stringify(home)} })
    const enginePid = Number(/PID: (\\d+)/.exec(readFileSync(${JSON.stringify(join(home, 'clickhouse', 'status'))}, 'utf8'))[1])
    console.log(JSON.stringify({ access: { url, user, password }, enginePid }))`
  const flags = ['--import', 'tsx', '--input-type=module', '-e', program]
  const parent = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string]
  return { parent, ...(JSON.parse(line) as { access: Access; enginePid: number }) }
}
