import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listIngestTokens, revokeIngestToken } from '#core/records/ingest-tokens'
import { createSource, setSyslogPort } from '#core/records/sources'
import { sourceWithToken, startDoor } from '../../e2e/testkit/start-door.ts'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'

type Tenants = Awaited<ReturnType<typeof twoTenants>>
type Door = Awaited<ReturnType<typeof startDoor>>

let tenants: Tenants
let door: Door
beforeEach(async () => {
  tenants = await twoTenants()
  door = await startDoor({ postgresUrl: tenants.appUrl, records: tenants.records })
})
afterEach(async () => {
  await door.close()
  await tenants.close()
})

async function send(secret: string, body: string | Buffer, headers: Record<string, string> = {}, query = '') {
  const response = await fetch(`${door.url}/ingest/v1/events${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  const answer = (await response.json()) as {
    accepted?: number
    payloadId?: string | null
    payloadIds?: string[]
    error?: { code: string; message: string }
  }
  return { status: response.status, headers: response.headers, ...answer }
}

/** Everything stored so far: tenant, backfill and lines. */
async function storedSegments() {
  const ids = await door.queues.payloads.listIds({ olderThanMs: -60_000 })
  const payloads = await Promise.all(ids.map((payloadId) => door.queues.payloads.get(payloadId)))
  return payloads
    .flatMap((payload) => payload?.segments ?? [])
    .map(({ tenantId, sourceId, backfill, records }) => ({
      ...{ tenantId, sourceId, backfill },
      lines: records.map((record) => record.toString('latin1')),
    }))
}

async function metric(name: string): Promise<string[]> {
  const text = await door.registry.metrics()
  return text.split('\n').filter((line) => line.startsWith(name))
}

describe('POST /ingest/v1/events', () => {
  it('acknowledges what is stored, under the tenant of the token, byte for byte', async () => {
    const { records, ours, theirs, ourScope, theirScope } = tenants
    const our = await sourceWithToken(records, ourScope, ours.tenantId)
    const their = await sourceWithToken(records, theirScope, theirs.tenantId)
    const odd = Buffer.from('a \xff\x00 line\r\n', 'latin1')
    const [one, two] = await Promise.all([
      send(our.secret, odd),
      send(their.secret, gzipSync('x\ny\n'), { 'content-encoding': 'gzip' }, '?backfill=true'),
    ])
    expect(one).toMatchObject({ status: 202, accepted: 1, payloadId: expect.any(String) })
    expect(two).toMatchObject({ status: 202, accepted: 2 })
    expect((await storedSegments()).toSorted((a, b) => a.lines.length - b.lines.length)).toEqual([
      { tenantId: ours.tenantId, sourceId: our.sourceId, backfill: false, lines: ['a \xff\x00 line'] },
      { tenantId: theirs.tenantId, sourceId: their.sourceId, backfill: true, lines: ['x', 'y'] },
    ])
    expect(await metric('nightjar_collect_records_total{')).toEqual([
      'nightjar_collect_records_total{door="http"} 3',
    ])
  })

  it('takes a large body as several payloads, and an empty one as none', async () => {
    const { secret } = await sourceWithToken(tenants.records, tenants.ourScope, tenants.ours.tenantId)
    const lines = Array.from({ length: 45_000 }, (_, n) => `line ${n}`)
    const large = await send(secret, lines.join('\n'))
    expect(large).toMatchObject({ status: 202, accepted: 45_000 })
    expect(large.payloadIds).toHaveLength(3)
    const payloads = await Promise.all((large.payloadIds ?? []).map((id) => door.queues.payloads.get(id)))
    const stored = payloads.flatMap((payload) => payload?.segments ?? []).flatMap(({ records }) => records)
    expect(stored.join('\n') === lines.join('\n'), 'every line, in order').toBe(true)
    expect(await send(secret, '\n\n')).toMatchObject({ status: 202, accepted: 0, payloadId: null })
  })

  it('refuses what it cannot take, says why, and stores none of it', async () => {
    const { secret } = await sourceWithToken(tenants.records, tenants.ourScope, tenants.ours.tenantId)
    const json = { 'content-type': 'application/json' }
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x\n'))
    const refusals = [
      await send('nji_nonsense', 'x'),
      await send('nja_wrong-kind', 'x'),
      await send(secret, '[{"a":1}', json),
      await send(secret, 'no gzip', { 'content-encoding': 'gzip' }),
      await send(secret, 'x', { 'x-nightjar-backfill': 'perhaps' }),
      await send(secret, '<xml/>', { 'content-type': 'application/xml' }),
      await send(secret, 'x', { 'content-encoding': 'br' }),
      await send(secret, bomb, { 'content-encoding': 'gzip' }),
      await send(secret, Buffer.alloc(17 * 1024 * 1024, 'x\n')),
    ]
    expect(refusals.map(({ status, error }) => [status, error?.code])).toEqual([
      [401, 'unauthorized'],
      [401, 'unauthorized'],
      [400, 'malformed'],
      [400, 'malformed'],
      [400, 'malformed'],
      [415, 'unsupported'],
      [415, 'unsupported'],
      [413, 'too_large'],
      [413, 'too_large'],
    ])
    expect(refusals[2]?.error?.message).toContain('at the end')
    expect(await storedSegments()).toEqual([])
    expect(await metric('nightjar_collect_rejects_total{door="http",reason="too_large"}')).toEqual([
      'nightjar_collect_rejects_total{door="http",reason="too_large"} 2',
    ])
  })

  it('shuts the door on a revoked token at once, everywhere', async () => {
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const other = await startDoor({ postgresUrl: tenants.appUrl, records })
    expect((await send(secret, 'x')).status).toBe(202)
    const [token] = await listIngestTokens(records, ourScope)
    await revokeIngestToken(records, ourScope, token?.tokenId ?? '')
    await other.signals.publish('tokenRevoked', { tokenId: token?.tokenId ?? '' })
    await expect.poll(async () => (await send(secret, 'x')).status, { timeout: 3_000 }).toBe(401)
    await other.close()
  })

  it('stores once what comes twice under a key of the same tenant', async () => {
    const { records, ours, theirs, ourScope, theirScope } = tenants
    const our = await sourceWithToken(records, ourScope, ours.tenantId)
    const their = await sourceWithToken(records, theirScope, theirs.tenantId)
    const key = { 'idempotency-key': 'block-7' }
    const [first, raced] = await Promise.all([send(our.secret, 'x\ny', key), send(our.secret, 'x\ny', key)])
    const late = await send(our.secret, 'x\ny', key)
    for (const answer of [first, raced, late])
      expect(answer).toMatchObject({ status: 202, accepted: 2, payloadIds: first.payloadIds })
    const other = await send(their.secret, 'z', key)
    expect(other).toMatchObject({ status: 202, accepted: 1 })
    expect(other.payloadIds).not.toEqual(first.payloadIds)
    expect((await storedSegments()).map(({ tenantId, lines }) => [tenantId, lines])).toEqual([
      [ours.tenantId, ['x', 'y']],
      [theirs.tenantId, ['z']],
    ])
    expect(await metric('nightjar_collect_records_total{')).toEqual([
      'nightjar_collect_records_total{door="http"} 3',
    ])
    expect((await send(our.secret, 'x', { 'idempotency-key': 'x'.repeat(201) })).status).toBe(400)
  })

  it('answers 503 while the queue is away', async () => {
    const { records, ours, ourScope } = tenants
    const { secret } = await sourceWithToken(records, ourScope, ours.tenantId)
    const away = await startDoor({ postgresUrl: 'postgres://nobody@127.0.0.1:9/none', records })
    const response = await fetch(`${away.url}/ingest/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/plain' },
      body: 'x',
    })
    expect(response.status).toBe(503)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    await away.close()
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function syslogSource(tenantId: string, port: number): Promise<string> {
  const { records, bothScope } = tenants
  const { sourceId } = await createSource(records, bothScope, { tenantId, name: `syslog ${port}` })
  await setSyslogPort(records, bothScope, { sourceId, port })
  return sourceId
}

async function overTcp(port: number, ...chunks: string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  for (const chunk of chunks) await new Promise((resolve) => socket.write(chunk, 'latin1', resolve))
  socket.end()
  await once(socket, 'close')
}

async function overUdp(port: number, message: string): Promise<void> {
  const socket = createSocket('udp4')
  await new Promise((resolve) => socket.send(message, port, '127.0.0.1', resolve))
  socket.close()
}

describe('syslog', () => {
  it('knows the tenant by the port, over TCP in both framings and over UDP', async () => {
    const { ours, theirs } = tenants
    const [ourPort, theirPort] = [await freePort(), await freePort()]
    const ourSource = await syslogSource(ours.tenantId, ourPort)
    const theirSource = await syslogSource(theirs.tenantId, theirPort)
    const opened = await door.collect.startSyslog()
    expect(opened.map(({ error }) => error)).toEqual([undefined, undefined])
    await overTcp(ourPort, '<34>one\r\n8 <3', '4>two\n<34>three')
    await overUdp(theirPort, '<34>four\n')
    await expect
      .poll(async () => (await storedSegments()).flatMap(({ lines }) => lines).toSorted())
      .toEqual(['<34>four', '<34>one', '<34>three', '<34>two'])
    for (const { tenantId, sourceId, lines } of await storedSegments()) {
      const theirLine = lines.includes('<34>four')
      expect({ tenantId, sourceId }).toEqual(
        theirLine
          ? { tenantId: theirs.tenantId, sourceId: theirSource }
          : { tenantId: ours.tenantId, sourceId: ourSource },
      )
    }
  })

  it('opens a door that is added later, and closes one that is taken away', async () => {
    const port = await freePort()
    await door.collect.startSyslog()
    const sourceId = await syslogSource(tenants.ours.tenantId, port)
    await door.signals.publish('sourcesChanged', { tenantId: tenants.ours.tenantId })
    await expect
      .poll(
        () =>
          overTcp(port, '<34>late\n').then(
            () => 'open',
            () => 'shut',
          ),
        { timeout: 10_000 },
      )
      .toBe('open')
    await setSyslogPort(tenants.records, tenants.bothScope, { sourceId, port: undefined })
    await door.signals.publish('sourcesChanged', { tenantId: tenants.ours.tenantId })
    await expect
      .poll(
        () =>
          overTcp(port, '<34>never\n').then(
            () => 'open',
            () => 'shut',
          ),
        { timeout: 10_000 },
      )
      .toBe('shut')
  })

  it('says which port is taken and opens the others', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const takenPort = (taken.address() as AddressInfo).port
    const free = await freePort()
    await syslogSource(tenants.ours.tenantId, takenPort)
    await syslogSource(tenants.theirs.tenantId, free)
    const ports = await door.collect.startSyslog()
    expect(ports.find(({ port }) => port === takenPort)?.error).toContain(`Port ${takenPort}`)
    expect(ports.find(({ port }) => port === free)?.error).toBeUndefined()
    taken.close()
  })
})
