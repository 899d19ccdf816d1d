import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnavailableError } from '#core/errors'
import { createLog } from '#core/log'
import { createApiToken, revokeApiToken } from '#core/records/api-tokens'
import { createRecords } from '#core/records/create-records'
import { createMembership } from '#core/records/memberships'
import { createSignals } from '#core/signals/create-signals'
import type { Signals } from '#core/signals/signals'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { createApp } from '../create-app.ts'
import { createIdentity, type Identity } from './create-identity.ts'
import { createPerson } from './create-person.ts'

const CONSOLE_URL = 'http://127.0.0.1:3999'
const PASSWORD = 'correct horse battery'

describe('createIdentity', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let signals: Signals
  let identity: Identity
  let server: FastifyInstance

  function open(url: string = CONSOLE_URL): Identity {
    const config = { SECRET: 's'.repeat(32), CONSOLE_URL: url, SERVER_URL: 'http://127.0.0.1:4999' }
    return createIdentity({ records: world.records, signals, log: createLog('test', 'silent'), config })
  }

  beforeAll(async () => {
    world = await twoTenants()
    signals = createSignals({ POSTGRES_URL: world.appUrl, REDIS_URL: undefined })
    identity = open()
    server = createApp({ log: createLog('test', 'silent'), trustProxy: [] })
    await server.register(identity.plugin)
    await createPerson(world.records, {
      ...{ email: 'Ada@Harrier.example', name: 'Ada', password: PASSWORD },
      memberships: [{ tenantId: world.ours.tenantId, role: 'analyst' }],
    })
    await createPerson(world.records, {
      ...{ email: 'bob@harrier.example', name: 'Bob', password: PASSWORD },
      memberships: [{ tenantId: world.theirs.tenantId, role: 'admin' }],
    })
  })

  afterAll(async () => {
    await server.close()
    await signals.close()
    await world.close()
  })

  interface Attempt {
    email?: string
    password?: string
    headers?: Record<string, string>
    remoteAddress?: string
    on?: FastifyInstance
  }

  const signIn = ({
    email = 'ada@harrier.example',
    password = PASSWORD,
    on = server,
    ...given
  }: Attempt = {}) =>
    on.inject({
      ...{ method: 'POST', url: '/auth/sign-in/email', payload: { email, password } },
      headers: { origin: CONSOLE_URL, ...given.headers },
      remoteAddress: given.remoteAddress ?? '192.0.2.1',
    })

  const cookieOf = (response: { headers: Record<string, unknown> }) =>
    [response.headers['set-cookie']]
      .flat()
      .map((line) => String(line).split(';')[0])
      .join('; ')

  it('signs in with a cookie that scripts cannot read, and knows the person and her tenants', async () => {
    const response = await signIn()
    expect(response.statusCode).toBe(200)
    const cookie = String([response.headers['set-cookie']].flat()[0])
    expect(cookie).toMatch(/^nightjar\.session_token=.+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/i)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(await identity.sessionOf({ cookie: cookieOf(response) })).toEqual({
      userId: expect.any(String),
      person: { id: expect.any(String), name: 'Ada', email: 'ada@harrier.example' },
      apiToken: undefined,
      organization: 'Harrier Security',
      memberships: [expect.objectContaining({ slug: 'ours', role: 'analyst' })],
    })
  })

  it('marks the cookie secure where the console speaks https', async () => {
    const secure = createApp({ log: createLog('test', 'silent'), trustProxy: [] })
    await secure.register(open('https://siem.example').plugin)
    const response = await signIn({ on: secure, headers: { origin: 'https://siem.example' } })
    expect(String(response.headers['set-cookie'])).toMatch(/^__Secure-nightjar\.session_token=.*; Secure/i)
    await secure.close()
  })

  it('says the same of a wrong password and an unknown address', async () => {
    const wrong = await signIn({ password: 'wrong horse battery' })
    const unknown = await signIn({ email: 'eve@harrier.example' })
    expect(wrong.statusCode).toBe(401)
    expect(unknown.statusCode).toBe(401)
    expect(wrong.body).toBe(unknown.body)
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:3999.evil.example'])(
    'refuses the origin %s',
    async (origin) => {
      const response = await signIn({ headers: { origin } })
      expect(response.statusCode).toBe(403)
      expect(response.headers['set-cookie']).toBeUndefined()
    },
  )

  it('lets nobody sign up, and opens no other path of the library', async () => {
    for (const url of [
      '/auth/sign-up/email',
      '/auth/update-user',
      '/auth/delete-user',
      '/auth/request-password-reset',
    ]) {
      const response = await server.inject({
        ...{ method: 'POST', url, headers: { origin: CONSOLE_URL } },
        payload: { email: 'new@harrier.example', password: PASSWORD, name: 'New' },
      })
      expect(response.statusCode).toBe(404)
    }
  })

  it.each([
    ['no JSON', { 'content-type': 'application/json' }, '{', 400],
    ['no object', { 'content-type': 'application/json' }, '[]', 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'email=a&password=b', 415],
    ['too much', { 'content-type': 'application/json' }, JSON.stringify({ email: 'x'.repeat(20_000) }), 413],
  ])('refuses %s', async (_, headers, payload, status) => {
    const sent = { ...headers, origin: CONSOLE_URL }
    const response = await server.inject({
      method: 'POST',
      url: '/auth/sign-in/email',
      headers: sent,
      payload,
    })
    expect(response.statusCode).toBe(status)
  })

  it('ends the session everywhere at sign-out, and tells the other processes', async () => {
    const cookie = cookieOf(await signIn())
    const told: string[] = []
    signals.subscribe('sessionRevoked', ({ userId }) => told.push(userId))
    const session = await identity.sessionOf({ cookie })
    const headers = { origin: CONSOLE_URL, cookie, 'content-type': 'application/json' }
    const out = await server.inject({ method: 'POST', url: '/auth/sign-out', headers, payload: '{}' })
    expect(out.statusCode).toBe(200)
    expect(await identity.sessionOf({ cookie })).toBeUndefined()
    await expect.poll(() => told).toEqual([session?.userId])
  })

  it('refuses to sign out for a foreign site', async () => {
    const cookie = cookieOf(await signIn())
    const headers = { origin: 'http://evil.example', cookie, 'content-type': 'application/json' }
    const out = await server.inject({ method: 'POST', url: '/auth/sign-out', headers, payload: '{}' })
    expect(out.statusCode).toBe(403)
    expect(await identity.sessionOf({ cookie })).toBeDefined()
  })

  it.each([
    ['nothing', {}],
    ['a cookie without signature', { cookie: 'nightjar.session_token=abc' }],
    ['a cookie signed by somebody else', { cookie: `nightjar.session_token=abc.${'A'.repeat(43)}%3D` }],
    ['an unknown token', { authorization: `Bearer nja_${'A'.repeat(43)}` }],
    ['an ingest token', { authorization: `Bearer nji_${'A'.repeat(43)}` }],
    ['another scheme', { authorization: 'Basic YTpi' }],
  ])('knows nobody by %s', async (_, proof) => {
    expect(await identity.sessionOf(proof)).toBeUndefined()
  })

  it('knows a changed role at once', async () => {
    const cookie = cookieOf(await signIn({ email: 'bob@harrier.example' }))
    const userId = (await identity.sessionOf({ cookie }))?.userId ?? ''
    await createMembership(world.records, world.ourScope, {
      tenantId: world.ours.tenantId,
      userId,
      role: 'reader',
    })
    expect((await identity.sessionOf({ cookie }))?.memberships).toMatchObject([
      { slug: 'ours', role: 'reader' },
      { slug: 'theirs', role: 'admin' },
    ])
  })

  it('knows a program by its API token until it is revoked; a token that does not hold outweighs a cookie', async () => {
    const { records, ourScope, ours } = world
    const { tenantId } = ours
    const { token, secret } = await createApiToken(records, ourScope, {
      tenantId,
      name: 'bot',
      role: 'reader',
    })
    const authorization = `Bearer ${secret}`
    expect(await identity.sessionOf({ authorization })).toEqual({
      ...{ userId: undefined, person: undefined, apiToken: { tokenId: token.tokenId, name: 'bot' } },
      organization: 'Harrier Security',
      memberships: [expect.objectContaining({ slug: 'ours', role: 'reader' })],
    })
    await revokeApiToken(records, ourScope, token.tokenId)
    const cookie = cookieOf(await signIn())
    expect(await identity.sessionOf({ authorization, cookie })).toBeUndefined()
  })

  it('stops guessing from one address, on every process, and lets others in', async () => {
    const second = createApp({ log: createLog('test', 'silent'), trustProxy: [] })
    await second.register(open().plugin)
    const statuses: number[] = []
    for (let attempt = 0; attempt < 24; attempt++) {
      const on = attempt % 2 ? server : second
      // An address the client claims must not help.
      const headers = {
        'x-nightjar-client': `198.51.100.${attempt}`,
        'x-forwarded-for': `198.51.100.${attempt}`,
      }
      statuses.push(
        (
          await signIn({
            ...{ on, headers, email: `somebody${attempt}@harrier.example`, password: 'guess guess guess' },
            remoteAddress: '203.0.113.9',
          })
        ).statusCode,
      )
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(statuses.slice(20)).toEqual(Array(4).fill(429))
    expect((await signIn({ remoteAddress: '203.0.113.10' })).statusCode).toBe(200)
    await second.close()
  })

  it('stops guessing at one account from many addresses, whether the account exists or not', async () => {
    const second = createApp({ log: createLog('test', 'silent'), trustProxy: [] })
    await second.register(open().plugin)
    await createPerson(world.records, {
      ...{ email: 'cid@harrier.example', name: 'Cid', password: PASSWORD },
      memberships: [{ tenantId: world.ours.tenantId, role: 'reader' }],
    })
    const cookie = cookieOf(await signIn({ email: 'cid@harrier.example' }))
    const refusals = []
    for (const email of ['Cid@harrier.example', 'nobody@harrier.example']) {
      const answers = []
      for (let attempt = 0; attempt < 12; attempt++)
        answers.push(
          await signIn({
            ...{ email, on: attempt % 2 ? server : second, remoteAddress: `198.51.100.${attempt}` },
            password: attempt === 11 ? PASSWORD : 'guess guess guess',
          }),
        )
      const statuses = answers.map(({ statusCode }) => statusCode)
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
      expect(answers[11]?.headers['set-cookie']).toBeUndefined()
      expect(Number(answers[11]?.headers['x-retry-after'])).toBeGreaterThan(0)
      refusals.push(answers[10]?.body, answers[11]?.body)
    }
    expect(new Set(refusals).size).toBe(1)
    expect(await identity.sessionOf({ cookie })).toBeDefined()
    expect((await signIn({ remoteAddress: '198.51.100.1' })).statusCode).toBe(200)
    await second.close()
  })

  it('forgets failures when the password is right', async () => {
    const attempts = [...Array(9).fill('guess guess guess'), PASSWORD]
    for (const password of [...attempts, ...attempts]) {
      const { statusCode } = await signIn({
        email: 'bob@harrier.example',
        password,
        remoteAddress: '192.0.2.7',
      })
      expect(statusCode).toBe(password === PASSWORD ? 200 : 401)
    }
  })

  it('answers 503 while Postgres is away', async () => {
    const records = createRecords({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const config = { SECRET: 's'.repeat(32), CONSOLE_URL, SERVER_URL: CONSOLE_URL }
    const cut = createIdentity({ records, signals, log: createLog('test', 'silent'), config })
    const away = createApp({ log: createLog('test', 'silent'), trustProxy: [] })
    await away.register(cut.plugin)
    expect((await signIn({ on: away })).statusCode).toBe(503)
    const cookie = cookieOf(await signIn())
    await expect(cut.sessionOf({ cookie })).rejects.toBeInstanceOf(UnavailableError)
    const authorization = `Bearer nja_${'A'.repeat(43)}`
    await expect(cut.sessionOf({ authorization })).rejects.toBeInstanceOf(UnavailableError)
    await away.close()
    await records.close()
  })

  it.each([
    ['a short password', { password: 'short' }],
    ['no address', { email: 'nobody' }],
  ])('invites nobody with %s', async (_, changes) => {
    const memberships = [{ tenantId: world.ours.tenantId, role: 'reader' as const }]
    const person = { email: 'new@x.example', name: 'New', password: PASSWORD, memberships, ...changes }
    await expect(createPerson(world.records, person)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('invites nobody twice', async () => {
    const memberships = [{ tenantId: world.ours.tenantId, role: 'reader' as const }]
    const person = { email: 'ADA@harrier.example', name: 'Ada', password: PASSWORD, memberships }
    await expect(createPerson(world.records, person)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
