import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { createApiToken, revokeApiToken } from '#core/records/api-tokens'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { createPerson } from '../../identity/create-person.ts'

let world: GraphqlWorld
let token: string
let cookie: string

beforeAll(async () => {
  world = await graphqlWorld()
  token = await world.token('ours')
  const email = 'analyst@harrier.example'
  const password = randomUUID()
  const memberships = [{ tenantId: world.ours.tenantId, role: 'analyst' as const }]
  await createPerson(world.records, { email, name: 'Ada', password, memberships })
  cookie = await signIn(email, password)
})
afterAll(() => world.close())

async function signIn(email: string, password: string): Promise<string> {
  const response = await fetch(`${world.origin}/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.consoleUrl },
    body: JSON.stringify({ email, password }),
  })
  expect(response.status).toBe(200)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
}

interface Message {
  type: string
  id?: string
  payload?: unknown
}

/** A client that says exactly what a test wants it to say. */
function open(headers: Record<string, string> = {}, protocol = 'graphql-transport-ws') {
  const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/graphql`, protocol, { headers })
  const messages: Message[] = []
  const waiting: ((message: Message) => void)[] = []
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message
    const next = waiting.shift()
    if (next) next(message)
    else messages.push(message)
  })
  const closed = new Promise<{ code: number }>((resolve) => socket.on('close', (code) => resolve({ code })))
  const opened = new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return {
    closed,
    opened,
    close: () => socket.close(),
    async say(message: Message) {
      await opened
      socket.send(JSON.stringify(message))
    },
    hear(): Promise<Message> {
      const heard = messages.shift()
      return heard ? Promise.resolve(heard) : new Promise((resolve) => waiting.push(resolve))
    },
  }
}

async function connect(init: Message = { type: 'connection_init' }, headers: Record<string, string> = {}) {
  const client = open(headers)
  await client.say(init)
  const acknowledged = await Promise.race([client.hear(), client.closed])
  return { ...client, acknowledged }
}

const withToken = (secret: string): Message => ({
  type: 'connection_init',
  payload: { authorization: `Bearer ${secret}` },
})
const subscribe = (query: string, id = 'a'): Message => ({ type: 'subscribe', id, payload: { query } })
const ACK = { type: 'connection_ack' }

describe('connecting', () => {
  it('takes a token in connection_init or in the header', async () => {
    const first = await connect(withToken(token))
    expect(first.acknowledged).toEqual(ACK)
    first.close()
    const second = await connect(undefined, { authorization: `Bearer ${token}` })
    expect(second.acknowledged).toEqual(ACK)
    second.close()
  })

  it('takes a cookie from pages of the console and from programs', async () => {
    for (const headers of [{ cookie, origin: world.consoleUrl }, { cookie }]) {
      const client = await connect(undefined, headers)
      expect(client.acknowledged).toEqual(ACK)
      client.close()
    }
  })

  it('takes no cookie from foreign pages', async () => {
    for (const origin of ['https://evil.example', 'null', `${world.consoleUrl}.evil.example`])
      expect((await connect(undefined, { cookie, origin })).acknowledged).toEqual({ code: 4403 })
  })

  it('shuts out whoever proves nobody', async () => {
    expect((await connect()).acknowledged).toEqual({ code: 4403 })
    expect((await connect(withToken('nja_notatoken'))).acknowledged).toEqual({ code: 4403 })
    // A token that does not hold is not mended by a cookie that does.
    expect((await connect(withToken('nja_notatoken'), { cookie })).acknowledged).toEqual({ code: 4403 })
  })

  it('keeps to the protocol', async () => {
    const early = open()
    await early.say(subscribe('subscription { heartbeat }'))
    expect(await early.closed).toEqual({ code: 4401 })
    const noise = open()
    await noise.say({ type: 'noise' })
    expect(await noise.closed).toEqual({ code: 4400 })
    const twice = await connect(withToken(token))
    await twice.say(withToken(token))
    expect(await twice.closed).toEqual({ code: 4429 })
    const large = open()
    await large.say({ type: 'connection_init', payload: 'x'.repeat(70_000) })
    expect(await large.closed).toEqual({ code: 1009 })
  })

  it('happens on the path of GraphQL only', async () => {
    const socket = new WebSocket(`${world.origin.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws')
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve))
    expect(error.message).toContain('404')
  })
})

describe('a subscription', () => {
  it('starts at once, and ends when told', async () => {
    const client = await connect(withToken(token))
    await client.say(subscribe('subscription { heartbeat }'))
    expect(await client.hear()).toMatchObject({
      type: 'next',
      id: 'a',
      payload: { data: { heartbeat: expect.any(String) } },
    })
    await client.say({ type: 'complete', id: 'a' })
    await client.say({ type: 'ping' })
    expect(await client.hear()).toEqual({ type: 'pong' })
    client.close()
  })

  it.each([
    ['no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ tenants { id } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['a mutation', 'mutation { ping }', 'OPERATION_RESOLUTION_FAILURE'],
    ['too many tokens', `subscription { ${'heartbeat '.repeat(2_001)} }`, 'GRAPHQL_PARSE_FAILED'],
  ])('is refused for %s', async (_, query, code) => {
    const client = await connect(withToken(token))
    await client.say(subscribe(query))
    expect(await client.hear()).toMatchObject({
      ...{ type: 'error', id: 'a' },
      payload: [{ extensions: { code, requestId: expect.any(String) } }],
    })
    client.close()
  })

  it('is one of twenty at most', async () => {
    const client = await connect(withToken(token))
    for (let index = 0; index < 21; index++) {
      await client.say(subscribe('subscription { heartbeat }', String(index)))
      const answer = await client.hear()
      expect(answer.type).toBe(index < 20 ? 'next' : 'error')
    }
    client.close()
  })
})

describe('a right that ends', () => {
  it('ends the connection of a token that is revoked, and no other', async () => {
    const { tenantId } = world.ours
    const doomed = await createApiToken(world.records, world.ourScope, {
      tenantId,
      name: 'doomed',
      role: 'reader',
    })
    const client = await connect(withToken(doomed.secret))
    const other = await connect(withToken(token))
    expect(client.acknowledged).toEqual(ACK)
    await revokeApiToken(world.records, world.ourScope, doomed.token.tokenId)
    await world.signals.publish('tokenRevoked', { tokenId: doomed.token.tokenId })
    expect(await client.closed).toEqual({ code: 4401 })
    await other.say({ type: 'ping' })
    expect(await other.hear()).toEqual({ type: 'pong' })
    other.close()
  })

  it('ends the connection of a person who signs out', async () => {
    const client = await connect(undefined, { cookie, origin: world.consoleUrl })
    expect(client.acknowledged).toEqual(ACK)
    const response = await fetch(`${world.origin}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: world.consoleUrl },
    })
    expect(response.status).toBe(200)
    expect(await client.closed).toEqual({ code: 4401 })
  })
})
