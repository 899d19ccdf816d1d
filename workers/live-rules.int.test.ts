import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { readConfig } from '#core/config'
import { listAlerts } from '#core/records/alerts/list-alerts'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { freshClickHouse } from '../e2e/testkit/fresh-clickhouse.ts'
import { sourceWithToken, startDoor } from '../e2e/testkit/start-door.ts'
import { twoTenants } from '../e2e/testkit/two-tenants.ts'
import { startWorker } from './main.ts'

const PATIENCE = { timeout: 30_000, interval: 100 }

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A worker whose rules lie in a folder of their own; `put` writes there as an editor does, by renaming. */
async function rig() {
  const home = await mkdtemp(join(tmpdir(), 'nightjar-live-rules-'))
  closing.push(() => rm(home, { recursive: true, force: true }))
  const [tenants, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
  closing.push(tenants.close, clickhouse.drop)
  const { records, ours, theirs, ourScope, theirScope } = tenants
  const door = await startDoor({ postgresUrl: tenants.appUrl, records })
  closing.push(door.close)
  const tokens = {
    ours: await sourceWithToken(records, ourScope, ours.tenantId),
    theirs: await sourceWithToken(records, theirScope, theirs.tenantId),
  }
  const { store } = clickhouse

  async function put(file: string, text: string): Promise<void> {
    const path = join(home, file)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(`${path}.tmp`, text)
    await rename(`${path}.tmp`, path)
  }

  async function run() {
    const { url, user, password, database } = clickhouse.connection
    const config = readConfig({
      NODE_ENV: 'test',
      NIGHTJAR_POSTGRES_URL: tenants.appUrl,
      NIGHTJAR_CLICKHOUSE_URL: url,
      NIGHTJAR_CLICKHOUSE_USER: user,
      NIGHTJAR_CLICKHOUSE_PASSWORD: password,
      NIGHTJAR_CLICKHOUSE_DATABASE: database,
      NIGHTJAR_WORKER_PORT: '0',
      NIGHTJAR_RULES: join(home, 'rules'),
      NIGHTJAR_RULES_FILE: join(home, 'rules.yml'),
    })
    const worker = await startWorker(config, pino({ level: 'silent' }))
    closing.push(() => worker.close())
    return worker
  }

  return {
    ...{ records, ourScope, theirScope, put, run },
    remove: (file: string) => rm(join(home, file)),
    async send(whose: 'ours' | 'theirs', lines: readonly string[]): Promise<void> {
      const response = await fetch(`${door.url}/ingest/v1/events`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens[whose].secret}`,
          'content-type': 'application/x-ndjson',
        },
        body: lines.join('\n'),
      })
      expect(response.status).toBe(202)
    },
    /** Rows, and how many different lines they hold. */
    async stored(scope: TenantScope): Promise<number[]> {
      const sql = 'SELECT count(), uniqExact(raw) FROM events WHERE tenant_id IN {tenants:Array(UUID)}'
      return (await store.read(scope, { sql })).rows[0]?.map(Number) ?? []
    },
    /** `title level shadow` of what was found in the lines with a word; once each, sorted. */
    async found(scope: TenantScope, word: string): Promise<unknown[]> {
      const sql = `SELECT DISTINCT concat(rule_title, ' ', level, if(shadow, ' shadow', '')) AS said FROM detections
        WHERE tenant_id IN {tenants:Array(UUID)} AND event_id IN (SELECT event_id FROM events
          WHERE tenant_id IN {tenants:Array(UUID)} AND position(raw, {word:String}) > 0) ORDER BY said`
      return (await store.read(scope, { sql, params: { word } })).rows.flat()
    },
    /** Sets of rules that judged lines of one payload. */
    async mostRuleSetsOfAPayload(scope: TenantScope): Promise<unknown> {
      const sql = `SELECT max(sets) FROM (SELECT uniqExact(rule_set) AS sets FROM detections
        WHERE tenant_id IN {tenants:Array(UUID)} GROUP BY payload_id)`
      return Number((await store.read(scope, { sql })).rows[0]?.[0])
    },
  }
}

function rule(title: string, detection: string, level = 'medium'): string {
  return `title: ${title}
id: ${title.toLowerCase().replace(/\W.*/, '')}
level: ${level}
logsource: { service: something-new }
detection: { ${detection}, condition: a }
`
}

const has = (word: string) => `a: [${word}]`

it('puts rules in force as their files change, while payloads stream, and misses no event', async () => {
  let sent = 0
  let going = true
  const { ourScope, put, remove, run, send, stored, found, mostRuleSetsOfAPayload } = await rig()
  closing.push(async () => {
    going = false
  })
  await put('rules.yml', '')
  await put('rules/alpha.yml', rule('Alpha 1', has('alpha')))
  const { port } = await run()
  const metric = async (name: string) => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.slice(name.length + 1),
    )
  }

  const streaming = (async () => {
    while (going) {
      const lines = Array.from({ length: 20 }, () => `a line with alpha and beta, number ${sent++} in all`)
      await send('ours', lines)
      // A loaded machine is not to fall behind.
      do await sleep(200)
      while (((await stored(ourScope))[0] ?? 0) < sent - 60)
    }
  })()
  streaming.catch(() => {})
  const now = (said: string) => expect.poll(() => found(ourScope, 'number'), PATIENCE).toContain(said)

  await now('Alpha 1 medium')
  await put('rules/below/beta.yml', rule('Beta 1', has('beta')))
  await now('Beta 1 medium')
  await put('rules/alpha.yml', rule('Alpha 2', has('alpha'), 'high'))
  await now('Alpha 2 high')

  await put('rules/below/beta.yml', 'title: Beta 2\nlogsource: {')
  await expect.poll(() => metric('nightjar_rules{mode="unread"}'), PATIENCE).toBe(1)
  await send('ours', ['broken: alpha beta'])
  await expect.poll(() => found(ourScope, 'broken'), PATIENCE).toEqual(['Alpha 2 high', 'Beta 1 medium'])
  await put('rules/below/beta.yml', rule('Beta 2', has('beta')))
  await now('Beta 2 medium')

  await put('rules.yml', 'folders: [{ path: nowhere }]')
  await expect.poll(() => metric('nightjar_rule_loads_total{outcome="failed"}'), PATIENCE).toBeGreaterThan(0)
  await put('rules.yml', '')
  await remove('rules/alpha.yml')
  await expect.poll(() => metric('nightjar_rules{mode="on"}'), PATIENCE).toBe(1)
  await send('ours', ['removed: alpha beta'])
  await expect.poll(() => found(ourScope, 'removed'), PATIENCE).toEqual(['Beta 2 medium'])

  going = false
  await streaming
  await expect.poll(() => stored(ourScope), PATIENCE).toEqual([sent + 2, sent + 2])
  expect(await mostRuleSetsOfAPayload(ourScope)).toBe(1)
}, 120_000)

it('lets a tenant switch, rate and own rules without another noticing', async () => {
  const { records, ourScope, theirScope, put, run, send, found } = await rig()
  await put('rules/one.yml', rule('One', has('one')))
  await put('rules/two.yml', rule('Two', has('two')))
  await put('rules/three.yml', rule('Three', has('three')))
  await put('rules/who.yml', rule('Who', `a: { who|expand: '%Admins%' }`))
  await put('own/mine.yml', rule('Mine', has('three')))
  await put('own/two.yml', rule('Two as we see it', has('two'), 'low'))
  const changes = `shadow: [three], level: { mine: critical }, rules: own, placeholders: { Admins: [root] }`
  await put('rules.yml', `tenants: { ours: { off: [one], ${changes} } }`)
  await run()
  const line = '{"who":"root","message":"first one two three"}'
  await send('ours', [line])
  await send('theirs', [line])
  const theirs = ['One medium', 'Three medium', 'Two medium']
  const our = ['Mine critical', 'Three medium shadow', 'Two as we see it low', 'Who medium']
  await expect.poll(() => found(theirScope, 'first'), PATIENCE).toEqual(theirs)
  await expect.poll(() => found(ourScope, 'first'), PATIENCE).toEqual(our)

  const alertsOf = async (scope: TenantScope) =>
    (await listAlerts(records, scope, {}, { first: 10 })).alerts.map(({ ruleTitle }) => ruleTitle).sort()
  await expect.poll(() => alertsOf(theirScope), PATIENCE).toEqual(['One', 'Three', 'Two'])
  await expect.poll(() => alertsOf(ourScope), PATIENCE).toEqual(['Mine', 'Two as we see it', 'Who'])

  await put('rules.yml', 'tenants: { theirs: { off: [two] } }')
  let tries = 0
  const next = async (whose: 'ours' | 'theirs', scope: TenantScope) => {
    const word = `again-${tries++}-`
    await send(whose, [`${word} one two three`])
    await expect.poll(() => found(scope, word), PATIENCE).not.toEqual([])
    return found(scope, word)
  }
  await expect.poll(() => next('theirs', theirScope), PATIENCE).toEqual(['One medium', 'Three medium'])
  await expect.poll(() => next('ours', ourScope), PATIENCE).toEqual(theirs)
})
