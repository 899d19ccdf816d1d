import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '#core/event/event'
import { createApiToken, revokeApiToken } from '#core/records/api-tokens'
import { insertEvents } from '#core/store/insert-events'
import type { Store } from '#core/store/store'
import { NOON, RANGE } from '../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../e2e/testkit/login-world.ts'
import { createApp } from '../create-app.ts'
import { serveExports } from './serve-exports.ts'

const ASK =
  'mutation($input: ExportEventsInput!) { exportEvents(input: $input) { url expiresAt userErrors { code message field from to hint } } }'
const LATER = { from: '2026-02-10T00:00:00Z', to: '2026-02-11T00:00:00Z' }
const MANY = 30_000

let world: LoginWorld
let ours: string
let theirs: string

beforeAll(async () => {
  world = await loginWorld()
  ;({ ours, theirs } = world.tokens)
})
afterAll(() => world.close())

interface Payload {
  url: string | null
  userErrors: { code: string; message: string }[]
}

async function ask(token: string, input: object): Promise<Payload> {
  const { data } = await world.ask(token, ASK, { input: { filter: { range: RANGE }, ...input } })
  return (data as { exportEvents: Payload }).exportEvents
}

async function fetchExport(token: string | undefined, url: string | null) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${world.origin}${url}`, { headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('exportEvents', () => {
  it('takes whole events of the tenants named, and of nobody else', async () => {
    const { url, userErrors } = await ask(ours, { tenants: ['ours'], format: 'ndjson' })
    expect(userErrors).toEqual([])
    const { status, headers, text } = await fetchExport(ours, url)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/x-ndjson')
    expect(headers.get('content-disposition')).toContain('nightjar-events.ndjson')
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(10)
    expect(lines[0]).toMatchObject({
      ...{ tenant: 'ours', raw: 'login of root number 9', time: '2026-01-31T12:09:00.000000009Z' },
      fields: { 'whose.name': 'ours', 'user.name': 'root' },
    })
    expect(lines.every(({ tenant, fields }) => tenant === 'ours' && fields['whose.name'] === 'ours')).toBe(
      true,
    )
    const node = await world.ask(ours, 'query($id: ID!) { event(id: $id) { raw } }', { id: lines[0].id })
    expect(node.data).toEqual({ event: { raw: 'login of root number 9' } })
  })

  it('takes chosen columns of what a search or a rule finds, so many at most, as CSV', async () => {
    const columns = ['@timestamp', 'user', 'whose.name']
    const asked = { tenants: ['ours'], format: 'csv', columns, first: 2 }
    const { url } = await ask(ours, { ...asked, filter: { range: RANGE, query: 'user:root' } })
    const { text, headers } = await fetchExport(ours, url)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text).toBe(
      "'@timestamp,user,whose.name\r\n2026-01-31T12:09:00.000000009Z,root,ours\r\n2026-01-31T12:07:00.000000007Z,root,ours\r\n",
    )
    const rule =
      'title: T\nlogsource:\n  category: authentication\ndetection:\n  a:\n    user.name: nobody\n  condition: a'
    const none = await ask(ours, { ...asked, filter: { range: RANGE, query: rule } })
    expect((await fetchExport(ours, none.url)).text).toBe("'@timestamp,user,whose.name\r\n")
  })

  it('has in columns of rules, and in whole events, what they found in the events of the tenant', async () => {
    const columns = ['rule.name', 'rule.level', 'threat.technique.id', 'message']
    const filter = { range: RANGE, query: 'message:0 or message:2' }
    const csv = await ask(ours, { tenants: ['ours'], format: 'csv', columns, filter })
    expect((await fetchExport(ours, csv.url)).text).toBe(
      `${columns.join(',')}\r\n,,,number 2\r\nLogin at ours,high,T1078,number 0\r\n`,
    )
    const ndjson = await ask(ours, { tenants: ['ours'], format: 'ndjson', columns, filter, first: 1 })
    expect((await fetchExport(ours, ndjson.url)).text).toBe('{"message":"number 2"}\n')
    const whole = await ask(ours, { tenants: ['ours'], format: 'ndjson', filter })
    const lines = (await fetchExport(ours, whole.url)).text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).detections)).toEqual([
      [],
      [
        {
          ...{ ruleId: expect.any(String), ruleTitle: 'Login at ours', level: 'high' },
          ...{ attack: ['T1078'], shadow: false },
        },
      ],
    ])
  })

  it('answers once, and to who asked alone; what is unknown and what is forbidden look the same', async () => {
    const { url } = await ask(ours, { tenants: ['ours'], format: 'ndjson' })
    const bodyOf = ({ status, text }: { status: number; text: string }) => {
      const { requestId: _, ...error } = JSON.parse(text).error
      return { status, error }
    }
    expect(bodyOf(await fetchExport(undefined, url))).toMatchObject({ status: 401 })
    const unknown = bodyOf(await fetchExport(ours, `/exports/${'A'.repeat(43)}`))
    expect(unknown).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } })
    const colleague = await world.token('ours', 'admin')
    for (const token of [theirs, colleague]) expect(bodyOf(await fetchExport(token, url))).toEqual(unknown)
    const takes = await Promise.all([1, 2, 3].map(() => fetchExport(ours, url)))
    expect(takes.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect(bodyOf(await fetchExport(ours, '/exports/'))).toEqual(unknown)
  })

  it.each([
    [{ tenants: ['theirs'] }, 'NOT_FOUND', []],
    [{ tenants: ['ours', 'theirs'] }, 'NOT_FOUND', []],
    [{ first: 1_000_001 }, 'BAD_USER_INPUT', ['first']],
    [{ first: 0 }, 'BAD_USER_INPUT', ['first']],
    [{ columns: Array(101).fill('user.name') }, 'BAD_USER_INPUT', ['columns']],
    [{ filter: { range: { from: RANGE.to, to: RANGE.from } } }, 'BAD_USER_INPUT', ['filter', 'range']],
  ])('refuses %j', async (input, code, path) => {
    const { url, userErrors } = await ask(ours, { tenants: ['ours'], format: 'csv', ...input })
    expect(url).toBeNull()
    expect(userErrors).toMatchObject([{ code, field: ['input', ...path] }])
  })

  it('says of a query what is wrong, where, and what may have been meant', async () => {
    const filter = { range: RANGE, query: 'user.name:( or "root' }
    const { url, userErrors } = await ask(ours, { tenants: ['ours'], format: 'csv', filter })
    expect(url).toBeNull()
    expect(userErrors.length).toBeGreaterThan(0)
    for (const one of userErrors)
      expect(one).toEqual({
        ...{ code: 'QUERY_SYNTAX', field: ['input', 'filter', 'query'], message: expect.any(String) },
        ...{
          from: expect.any(Number),
          to: expect.any(Number),
          hint: expect.toBeOneOf([expect.any(String), null]),
        },
      })
  })
})

describe('an export of many events', () => {
  /** Lines of a kilobyte: more than sockets hold. */
  beforeAll(async () => {
    const { tenantId } = world.ours
    for (let at = 0; at < MANY; at += 10_000) {
      const payloadId = crypto.randomUUID()
      const events = Array.from({ length: 10_000 }, (_, position): Event => {
        const time = BigInt(NOON + 10 * 86_400_000 - (at + position)) * 1_000_000n
        return {
          ...{ eventId: crypto.randomUUID(), tenantId, sourceId: tenantId, site: '', payloadId, position },
          ...{ received: Date.now(), time, parser: 'json@1', backfill: false },
          ...{ raw: `${at + position} ${'x'.repeat(1_000)}`, fields: {} },
        }
      })
      await insertEvents(world.store, payloadId, events)
    }
  })

  /** The same route with its log and its statements in sight. */
  async function watched(token = ours) {
    const said: Record<string, unknown>[] = []
    const sink = new Writable({
      write(line, _, done) {
        said.push(JSON.parse(String(line)))
        done()
      },
    })
    const signals: (AbortSignal | undefined)[] = []
    const store: Store = {
      ...world.store,
      read(scope, statement) {
        signals.push(statement.signal)
        return world.store.read(scope, statement)
      },
    }
    const app = createApp({ log: pino(sink), trustProxy: [] })
    const { records, sessionOf, logSources } = world
    serveExports(app, { records, store, sessionOf, logSources })
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const asked = { tenants: ['ours'], format: 'ndjson', filter: { range: LATER } }
    const { url } = await ask(token, asked)
    const headers = { authorization: `Bearer ${token}` }
    const request = get({ host: '127.0.0.1', port, path: url, headers })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    const audit = () => said.filter((line) => line.audit === 'export')
    return { app, request, response, signals, audit }
  }

  it('is read to its end, with a line about who took what', async () => {
    const { app, response, audit } = await watched()
    let lines = 0
    for await (const chunk of response) for (const byte of chunk as Buffer) if (byte === 10) lines++
    expect(lines).toBe(MANY)
    await expect.poll(() => audit().length).toBe(2)
    expect(audit()).toMatchObject([
      { tenants: [world.ours.tenantId], format: 'ndjson', actor: expect.any(String) },
      { rows: MANY, ended: 'complete' },
    ])
    await app.close()
  })

  it('waits for a slow reader, and ends in ClickHouse when he leaves', async () => {
    const { app, request, response, signals, audit } = await watched()
    let before = -1
    await expect
      .poll(
        () => {
          const isStill = signals.length === before
          before = signals.length
          return isStill
        },
        { interval: 1_000, timeout: 30_000 },
      )
      .toBe(true)
    expect(signals.length).toBeLessThan(MANY / 1_000)
    response.destroy()
    request.destroy()
    await expect.poll(() => audit().at(-1), { timeout: 10_000 }).toMatchObject({ ended: 'broken off' })
    expect(audit().at(-1)?.rows).toBeLessThan(MANY)
    expect(signals.every((signal) => signal?.aborted)).toBe(true)
    const asked = signals.length
    await app.close()
    expect(signals.length).toBe(asked)
  })

  it('is cut off when the token is revoked meanwhile', async () => {
    const { tenantId } = world.ours
    const made = await createApiToken(world.records, world.ourScope, {
      tenantId,
      name: 'brief',
      role: 'reader',
    })
    const { app, response, audit } = await watched(made.secret)
    await revokeApiToken(world.records, world.ourScope, made.token.tokenId)
    const read = async () => {
      for await (const _ of response);
    }
    await expect(read()).rejects.toThrow()
    await expect.poll(() => audit().at(-1)).toMatchObject({ ended: 'broken off' })
    await app.close()
  })

  it('leaves room for others when many ask and go', async () => {
    const asked = { tenants: ['ours'], format: 'ndjson', filter: { range: LATER } }
    for (let i = 0; i < 6; i++) {
      const { url } = await ask(ours, asked)
      const gone = new AbortController()
      const left = fetch(`${world.origin}${url}`, {
        headers: { authorization: `Bearer ${ours}` },
        signal: gone.signal,
      }).catch(() => undefined)
      if (i % 2 === 0) gone.abort()
      await left
      gone.abort()
    }
    const { url } = await ask(ours, { ...asked, first: 1 })
    await expect.poll(async () => (await fetchExport(ours, url)).status, { timeout: 20_000 }).toBe(200)
  })

  it('is cut off when the server closes', async () => {
    const { app, response } = await watched()
    const cut = expect(async () => {
      for await (const _ of response) await new Promise((resolve) => setTimeout(resolve, 5))
    }).rejects.toThrow()
    await app.close()
    await cut
  })
})
