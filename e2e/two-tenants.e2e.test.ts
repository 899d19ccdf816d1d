import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { createApiToken } from '#core/records/api-tokens'
import { createIngestToken } from '#core/records/ingest-tokens'
import { createSource, setSyslogPort } from '#core/records/sources'
import { searchVerb } from '../cli/search.ts'
import { freePort } from '../embedded/postgres/free-port.ts'
import { forkVerb } from './testkit/fork-verb.ts'
import { freshClickHouse } from './testkit/fresh-clickhouse.ts'
import { twoTenants } from './testkit/two-tenants.ts'

const TENANTS = ['ours', 'theirs'] as const
type Whose = (typeof TENANTS)[number]
type Door = 'http' | 'udp' | 'tcp'

const closing: (() => Promise<unknown>)[] = []
const clients: Client[] = []
let world: Awaited<ReturnType<typeof start>>

/** Everything as in production, on engines of our own: a server process, a worker process, two tenants. */
async function start() {
  const [tenants, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
  closing.push(tenants.close, clickhouse.drop)
  const { records } = tenants
  const access = async (whose: Whose) => {
    const scope = whose === 'ours' ? tenants.ourScope : tenants.theirScope
    const { tenantId } = tenants[whose]
    const { sourceId } = await createSource(records, scope, { tenantId, name: 'bastion', site: 'berlin' })
    const port = await freePort()
    await setSyslogPort(records, scope, { sourceId, port })
    const ingest = await createIngestToken(records, scope, { tenantId, sourceId, name: 'shipper' })
    const api = await createApiToken(records, scope, { tenantId, name: 'reader', role: 'reader' })
    return { port, ingest: ingest.secret, api: api.secret }
  }
  const { connection } = clickhouse
  const environment = {
    NIGHTJAR_POSTGRES_URL: tenants.appUrl,
    NIGHTJAR_CLICKHOUSE_URL: connection.url,
    NIGHTJAR_CLICKHOUSE_USER: connection.user,
    NIGHTJAR_CLICKHOUSE_PASSWORD: connection.password,
    NIGHTJAR_CLICKHOUSE_DATABASE: connection.database,
    NIGHTJAR_SECRET: 's'.repeat(32),
    NIGHTJAR_PORT: '0',
    NIGHTJAR_WORKER_PORT: '0',
    NIGHTJAR_LOG_LEVEL: 'warn',
  }
  const [ours, theirs] = [await access('ours'), await access('theirs')]
  const processes = await Promise.all([forkVerb('server', environment), forkVerb('worker', environment)])
  closing.push(...processes.map(({ stop }) => stop))
  return { url: processes[0].ready, processes, ours, theirs }
}

beforeAll(async () => {
  world = await start()
})
afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()))
  for (const close of closing.reverse()) await close()
})

/** The same host, user and address in both tenants: only the door a line came through tells them apart. */
function lineOf(whose: Whose, door: Door): string {
  const time = new Date().toISOString()
  return `<38>1 ${time} bastion sshd 4711 ${whose}-${door} - Accepted password for root from 203.0.113.9 port 4711 ssh2`
}

async function send(whose: Whose, door: Door): Promise<void> {
  const { port, ingest } = world[whose]
  const line = lineOf(whose, door)
  if (door === 'http') {
    const response = await fetch(`${world.url}/ingest/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ingest}`, 'content-type': 'text/plain' },
      body: `${line}\n`,
    })
    expect(response.status).toBe(202)
  } else if (door === 'udp') {
    const socket = createSocket('udp4')
    await new Promise((resolve) => socket.send(line, port, '127.0.0.1', resolve))
    socket.close()
  } else {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.end(`${line}\n`)
    await once(socket, 'close')
  }
}

async function ask(
  token: string | undefined,
  query: string,
  variables = {},
): Promise<Record<string, unknown>> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { ...authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Record<string, unknown>
}

const EVENTS = `query($tenants: [ID!]!, $filter: EventFilter!) { events(tenants: $tenants, filter: $filter) {
  edges { node { id raw source { name site } detections { ruleTitle } } } } }`

interface Found {
  data: {
    events: { edges: { node: { id: string; raw: string; detections: { ruleTitle: string }[] } }[] }
  } | null
  errors?: { extensions: { code: string } }[]
}

async function find(token: string | undefined, tenant: string): Promise<Found> {
  const hour = 3_600_000
  const range = { from: new Date(Date.now() - hour), to: new Date(Date.now() + hour) }
  const filter = { range, query: 'source.ip:203.0.113.0/24 and user.name:root' }
  return (await ask(token, EVENTS, { tenants: [tenant], filter })) as unknown as Found
}

/** Lines of the tenant, once so many are there and judged: detections are stored behind their events. */
async function findLines(whose: Whose, count: number): Promise<Found> {
  for (const deadline = Date.now() + 40_000; ; await sleep(100)) {
    const found = await find(world[whose].api, whose)
    const judged = found.data?.events.edges.filter(({ node }) => node.detections.length > 0) ?? []
    if (judged.length >= count || Date.now() > deadline) return found
  }
}

interface Raised {
  ruleTitle: string
  count: number
  tenant: { slug: string }
  entity: { value: string }
}

/** Alerts that a client of the tenant is told of, as they come. */
async function listen(whose: Whose): Promise<Raised[]> {
  const client = createClient({
    url: `${world.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${world[whose].api}` },
    retryAttempts: 0,
  })
  clients.push(client)
  const raised: Raised[] = []
  const query = `subscription { alertRaised(tenants: ["${whose}"]) { ruleTitle count tenant { slug } entity { value } } }`
  client.subscribe<{ alertRaised: Raised }>(
    { query },
    {
      next: ({ data }) => data && raised.push(data.alertRaised),
      error: () => undefined,
      complete: () => undefined,
    },
  )
  // Operations of a socket start in order: once this one ticks, the one before it listens.
  await client.iterate({ query: 'subscription { heartbeat }' }).next()
  return raised
}

describe('two tenants send the same through every door', () => {
  const raised: Record<Whose, Raised[]> = { ours: [], theirs: [] }

  it('and each finds its own lines, once', async () => {
    for (const whose of TENANTS) raised[whose] = await listen(whose)
    for (const door of ['http', 'udp', 'tcp'] as const) {
      await Promise.all(TENANTS.map((whose) => send(whose, door)))
    }
    for (const whose of TENANTS) {
      const { data } = await findLines(whose, 3)
      const doors = data?.events.edges.map(({ node }) => /(ours|theirs)-(http|udp|tcp)/.exec(node.raw)?.[0])
      expect(doors?.sort()).toEqual([`${whose}-http`, `${whose}-tcp`, `${whose}-udp`])
      for (const { node } of data?.events.edges ?? [])
        expect(node).toMatchObject({
          source: { name: 'bastion', site: 'berlin' },
          detections: [{ ruleTitle: 'Root logs in over SSH with a password' }],
        })
    }
  })

  it('and only with its own token', async () => {
    for (const [token, tenant, code] of [
      [world.ours.api, 'theirs', 'NOT_FOUND'],
      [world.theirs.api, 'ours', 'NOT_FOUND'],
      [world.ours.ingest, 'ours', 'UNAUTHENTICATED'],
      [undefined, 'ours', 'UNAUTHENTICATED'],
    ] as const) {
      const { data, errors } = await find(token, tenant)
      expect(data ?? null).toBeNull()
      expect(errors?.[0]?.extensions.code).toBe(code)
    }
    const id = (await find(world.ours.api, 'ours')).data?.events.edges[0]?.node.id
    const query = 'query($id: ID!) { event(id: $id) { raw } node(id: $id) { id } }'
    expect(await ask(world.theirs.api, query, { id })).toEqual({ data: { event: null, node: null } })
    expect(await ask(world.ours.api, query, { id })).toMatchObject({ data: { node: { id } } })
  })

  it('and each is told of its own alert, until it has counted all', async () => {
    for (const whose of TENANTS) {
      for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(100)) {
        if (raised[whose].some(({ count }) => count === 3)) break
      }
      expect(raised[whose].at(-1)).toEqual({
        ...{ ruleTitle: 'Root logs in over SSH with a password', count: 3 },
        ...{ tenant: { slug: whose }, entity: { value: 'bastion' } },
      })
      expect(new Set(raised[whose].map(({ tenant }) => tenant.slug))).toEqual(new Set([whose]))
    }
  })

  it('and the command line finds them too', async () => {
    const run = async (...args: string[]) => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()]
      const printed = Promise.all([text(stdout), text(stderr)])
      const code = await searchVerb(args, { stdin: new PassThrough(), stdout, stderr })
      stdout.end()
      stderr.end()
      const [out, err] = await printed
      return {
        code,
        lines: out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
        err,
      }
    }
    const connection = ['--url', `${world.url}/graphql`, '--token', world.ours.api, '--tenant', 'ours']
    const found = await run(...connection, '--last', '1h', 'user.name:root')
    expect(found).toMatchObject({ code: 0, err: '' })
    expect(found.lines).toHaveLength(3)
    expect(found.lines[0]).toMatchObject({
      tenant: 'ours',
      source: 'bastion',
      fields: { 'user.name': 'root' },
    })
    expect((await run(...connection, '--limit', '2')).lines).toHaveLength(2)
    expect(await run(...connection, 'user.name:nobody')).toMatchObject({ code: 0, lines: [] })
    expect((await run(...connection, 'user.name:(')).code).toBe(2)
    expect(await run(...connection.slice(0, -1), 'theirs')).toMatchObject({ code: 1, lines: [] })
    expect((await run('--url', world.url)).code).toBe(2)
  })

  it('and both processes end in peace', async () => {
    const health = await fetch(`${world.url}/readyz`)
    expect(await health.json()).toEqual({
      status: 'ready',
      checks: { postgres: true, queues: true, clickhouse: true },
    })
    expect(await (await fetch(`${world.url}/metrics`)).text()).toContain(
      'nightjar_http_request_duration_seconds',
    )
    expect(await Promise.all(world.processes.map(({ stop }) => stop()))).toEqual([0, 0])
  })
})
