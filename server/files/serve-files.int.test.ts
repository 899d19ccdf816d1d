import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#core/config'
import { alerts as alertQueue } from '#core/queues/alerts'
import { createQueues } from '#core/queues/create-queues'
import { listAlerts } from '#core/records/alerts/list-alerts'
import { createApiToken } from '#core/records/api-tokens'
import type { Role } from '#core/records/memberships'
import { zipOf } from '../../e2e/testkit/archives.ts'
import { freshClickHouse } from '../../e2e/testkit/fresh-clickhouse.ts'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { startWorker } from '../../workers/main.ts'
import { startServer } from '../main.ts'

const DROP =
  'mutation($input: DropFileInput!) { dropFile(input: $input) { file { id search } url userErrors { code message } } }'
const FILE = `query($id: ID!) { droppedFile(id: $id) { name state bytes received records members { name records }
  problems { member message } search findings { events from to verdicts { ruleTitle level events entities { kind value } } stats { rowsRead } } } }`
const SEARCH =
  'query($tenant: ID!, $query: String!) { events(tenants: [$tenant], filter: { query: $query, range: { from: "2000-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" } }, first: 100) { edges { node { raw backfill: parser fields } } } }'
const SSH_ROOT = (host: string) =>
  `<38>1 2019-03-02T10:00:00Z ${host} sshd 4711 - - Accepted password for root from 203.0.113.9 port 4711 ssh2`

const CONSOLE_URL = 'http://console.example'
let tenants: Awaited<ReturnType<typeof twoTenants>>
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
let server: Awaited<ReturnType<typeof startServer>>
let worker: Awaited<ReturnType<typeof startWorker>>
let analyst: string
let reader: string
let theirs: string

beforeAll(async () => {
  ;[tenants, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
  const { url, user, password, database } = clickhouse.connection
  const config = readConfig({
    NODE_ENV: 'test',
    NIGHTJAR_POSTGRES_URL: tenants.appUrl,
    NIGHTJAR_CLICKHOUSE_URL: url,
    NIGHTJAR_CLICKHOUSE_USER: user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: password,
    NIGHTJAR_CLICKHOUSE_DATABASE: database,
    NIGHTJAR_SECRET: 's'.repeat(32),
    NIGHTJAR_CONSOLE_URL: CONSOLE_URL,
    NIGHTJAR_PORT: '0',
    NIGHTJAR_WORKER_PORT: '0',
  })
  const log = pino({ level: 'silent' })
  ;[server, worker] = await Promise.all([startServer(config, log), startWorker(config, log)])
  ;[analyst, reader, theirs] = await Promise.all([
    token('ours', 'analyst'),
    token('ours', 'reader'),
    token('theirs', 'admin'),
  ])
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await clickhouse.drop()
  await tenants.close()
})

async function token(whose: 'ours' | 'theirs', role: Role): Promise<string> {
  const scope = whose === 'ours' ? tenants.ourScope : tenants.theirScope
  const { tenantId } = tenants[whose]
  return (await createApiToken(tenants.records, scope, { tenantId, name: role, role })).secret
}

async function ask<Data>(secret: string, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}

interface Announced {
  file: { id: string; search: string } | null
  url: string | null
  userErrors: { code: string; message: string }[]
}

async function announce(secret: string, name: string, bytes: number, tenant = 'ours'): Promise<Announced> {
  const data = await ask<{ dropFile: Announced }>(secret, DROP, { input: { tenant, name, bytes } })
  return data.dropFile
}

async function put(url: string, body: Buffer | undefined, headers: Record<string, string>) {
  const response = await fetch(`${server.url}${url}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    ...(body && { body: new Uint8Array(body) }),
  })
  const answer = (await response.json()) as { error?: { requestId?: string } }
  delete answer.error?.requestId
  return { status: response.status, answer }
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

interface Told {
  state: string
  records: number
  members: object[]
  problems: { member: string; message: string }[]
  search: string
  findings: { events: number; from: string; to: string; verdicts: { ruleTitle: string; level: string }[] }
}

async function told(id: string, secret = analyst): Promise<Told> {
  return (await ask<{ droppedFile: Told }>(secret, FILE, { id })).droppedFile
}

async function drop(name: string, content: Buffer, secret = analyst, tenant = 'ours') {
  const { file, url } = await announce(secret, name, content.length, tenant)
  const { id = '', search = '' } = file ?? {}
  expect((await put(url ?? '', content, bearer(secret))).status).toBe(200)
  return { id, search }
}

const stored = (id: string, events: number, secret = analyst) =>
  expect.poll(async () => (await told(id, secret)).findings.events, { timeout: 20_000 }).toBe(events)

describe('a dropped file', () => {
  it('is judged and findable by itself, raises no alert, and is of its tenant alone', async () => {
    const content = zipOf({
      'logs/auth.log': `${SSH_ROOT('web01')}\n${SSH_ROOT('web02')}\n`,
      'proxy.csv': `time,src_ip,dst_ip,user\n2019-03-02T11:00:00Z,10.0.0.7,203.0.113.9,anna\n`,
      'photo.png': Buffer.alloc(100),
    })
    const ours = await drop('case.zip', content)
    const other = await drop('case.zip', content, theirs, 'theirs')
    await Promise.all([stored(ours.id, 4), stored(other.id, 4, theirs)])
    const file = await told(ours.id)
    expect(file).toMatchObject({
      ...{ name: 'case.zip', state: 'read', bytes: content.length, received: content.length, records: 4 },
      members: [
        { name: 'logs/auth.log', records: 2 },
        { name: 'proxy.csv', records: 2 },
        { name: 'photo.png', records: 0 },
      ],
      problems: [{ member: 'photo.png', message: 'left out: neither text nor EVTX nor gzip' }],
      findings: {
        ...{ from: '2019-03-02T10:00:00.000Z' },
        stats: { rowsRead: expect.any(Number) },
      },
    })
    await expect
      .poll(async () => (await told(ours.id)).findings.verdicts)
      .toContainEqual({
        ...{ ruleTitle: expect.stringMatching(/root/i), level: expect.any(String), events: 2 },
        entities: expect.arrayContaining([{ kind: 'host', value: 'web01' }]),
      })
    const { events } = await ask<{ events: { edges: { node: { raw: string; fields: object } }[] } }>(
      analyst,
      SEARCH,
      { tenant: 'ours', query: `${ours.search} and log.file.path:"logs/auth.log"` },
    )
    expect(events.edges.map(({ node }) => node.raw).sort()).toEqual([SSH_ROOT('web01'), SSH_ROOT('web02')])
    const foreign = await ask<{ events: { edges: object[] } }>(theirs, SEARCH, {
      tenant: 'theirs',
      query: ours.search,
    })
    expect(foreign.events.edges).toEqual([])
    const queues = createQueues({ postgresUrl: tenants.appUrl })
    await expect
      .poll(() => queues.depth(alertQueue), { timeout: 20_000 })
      .toEqual({ waiting: 0, running: 0, dead: 0 })
    await queues.close()
    for (const scope of [tenants.ourScope, tenants.theirScope])
      expect((await listAlerts(tenants.records, scope, {}, { first: 10 })).alerts).toEqual([])
    expect((await ask<{ droppedFile: null }>(theirs, FILE, { id: ours.id })).droppedFile).toBeNull()
    const list = 'query($tenant: ID!) { droppedFiles(tenant: $tenant) { id tenant { slug } } }'
    const { droppedFiles } = await ask<{ droppedFiles: { id: string }[] }>(theirs, list, { tenant: 'theirs' })
    expect(droppedFiles).toEqual([{ id: other.id, tenant: { slug: 'theirs' } }])
    const sources = await ask<{ tenant: { sources: object[] } }>(
      analyst,
      '{ tenant(slug: "ours") { sources { name } } }',
      {},
    )
    expect(sources.tenant.sources).toEqual([])
  })

  it('keeps every record of a file of many payloads, each once, read by the header of the first', async () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, i) => `2019-03-02T11:00:00Z,10.0.0.7,user${i},allow`,
    ).join('\n')
    const { id, search } = await drop('proxy.csv', Buffer.from(`time,src_ip,user,action\n${rows}\n`))
    await stored(id, 12_001)
    expect((await told(id)).records).toBe(12_001)
    const { events } = await ask<{ events: { edges: { node: { fields: object } }[] } }>(analyst, SEARCH, {
      tenant: 'ours',
      query: `${search} and user.name:user11999`,
    })
    expect(events.edges).toMatchObject([{ node: { fields: { 'source.ip': '10.0.0.7' } } }])
  })

  it('that is broken gives what can be read and says what cannot', async () => {
    const whole = zipOf({ 'a.log': 'one\n' })
    const { id } = await drop('cut.zip', whole.subarray(0, whole.length - 9))
    expect(await told(id)).toMatchObject({ state: 'read', records: 0, problems: [{ member: 'cut.zip' }] })
  })

  it('that the sender gives up is broken off; what was read stays', async () => {
    const { file, url } = await announce(analyst, 'a.log', 1_000_000)
    const sending = request(`${server.url}${url}`, {
      method: 'PUT',
      headers: {
        ...bearer(analyst),
        'content-type': 'application/octet-stream',
        'content-length': 1_000_000,
      },
    })
    sending.on('error', () => undefined)
    sending.write(`${SSH_ROOT('web09')}\n`.repeat(600))
    const id = file?.id ?? ''
    await expect.poll(async () => (await told(id)).records, { timeout: 20_000 }).toBeGreaterThan(0)
    sending.destroy()
    await expect.poll(async () => (await told(id)).state, { timeout: 20_000 }).toBe('broken_off')
    await stored(id, (await told(id)).records)
  })

  it('needs the right to it, is sent once and by who announced it; strangers are told as if nothing were there', async () => {
    const refused = (code: string, message: string) => ({
      ...{ file: null, url: null },
      userErrors: [{ code, message }],
    })
    expect(await announce(reader, 'a.log', 1)).toEqual(
      refused('FORBIDDEN', 'This takes the role analyst; yours is reader'),
    )
    expect(await announce(theirs, 'a.log', 1)).toEqual(refused('NOT_FOUND', 'There is no tenant ours'))
    expect(await announce(analyst, 'a.log', 1, 'nobody')).toEqual(
      refused('NOT_FOUND', 'There is no tenant nobody'),
    )
    expect((await announce(analyst, ' ', 1)).userErrors).toMatchObject([{ code: 'BAD_USER_INPUT' }])
    const { url } = await announce(analyst, 'a.log', 3)
    const body = Buffer.from('one')
    const unknown = await put(`/files/${'A'.repeat(100)}`, body, bearer(analyst))
    expect(unknown).toMatchObject({ status: 404, answer: { error: { code: 'NOT_FOUND' } } })
    const colleague = await token('ours', 'admin')
    for (const secret of [reader, theirs, colleague])
      expect(await put(url ?? '', body, bearer(secret))).toEqual(unknown)
    expect((await put(url ?? '', body, bearer(analyst))).status).toBe(200)
    expect(await put(url ?? '', body, bearer(analyst))).toEqual(unknown)
    expect((await put(url ?? '', body, {})).status).toBe(403)
    expect((await put(url ?? '', body, { origin: 'http://evil.example', cookie: 'a=b' })).status).toBe(403)
    expect((await put(url ?? '', body, { origin: CONSOLE_URL })).status).toBe(401)
  })
})

const SAMPLES = join(import.meta.dirname, '../../../shared/logs')

it('real Windows event logs become events, all of their records', async ({ skip }) => {
  const names = await readdir(SAMPLES, { recursive: true }).catch(() => [])
  const name = names.filter((one) => one.endsWith('.evtx')).sort()[0]
  if (name === undefined) skip(`no event log below ${SAMPLES}`)
  const parts: Buffer[] = []
  for await (const part of createReadStream(join(SAMPLES, name ?? ''))) parts.push(part as Buffer)
  const { id } = await drop('Security.evtx', Buffer.concat(parts))
  const { records } = await told(id)
  expect(records).toBeGreaterThan(0)
  await stored(id, records)
})
