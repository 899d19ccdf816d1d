import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnavailableError, UserError } from '#core/errors'
import { createLog } from '#core/log'
import { createApp } from './create-app.ts'

const app = createApp({ log: createLog('test', 'silent'), trustProxy: [] })

beforeAll(async () => {
  const thrown: Record<string, () => Error> = {
    mistake: () => new UserError('CONFLICT', 'There is one already'),
    away: () => new UnavailableError('connect ECONNREFUSED 10.1.2.3:5432'),
    bug: () => new TypeError('secret of row 7'),
  }
  for (const [name, make] of Object.entries(thrown))
    app.get(`/${name}`, async () => {
      throw make()
    })
  app.post('/body', async () => 'ok')
  app.get('/ip', async ({ ip }) => ip)
  await app.ready()
})
afterAll(() => app.close())

describe('createApp', () => {
  it.each([
    ['/mistake', 400, 'CONFLICT'],
    ['/away', 503, 'SERVICE_UNAVAILABLE'],
    ['/bug', 500, 'INTERNAL_SERVER_ERROR'],
    ['/nowhere', 404, 'NOT_FOUND'],
  ])('answers %s with %i and says no more than it should', async (url, status, code) => {
    const response = await app.inject({ url, headers: { 'x-request-id': 'r1' } })
    expect(response.statusCode).toBe(status)
    expect(response.json()).toMatchObject({ error: { code, requestId: 'r1' } })
    expect(response.body).not.toMatch(/10\.1\.2\.3|secret/)
    expect(response.headers['x-request-id']).toBe('r1')
    expect(response.headers['x-frame-options']).toBe('DENY')
  })

  it('tells a client what is wrong with its body', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.inject({ method: 'POST', url: '/body', headers, payload: '{' })
    expect(response.statusCode).toBe(400)
  })

  it.each(['', 'a b', 'x'.repeat(65), '<script>'])('makes a request id of its own for %j', async (given) => {
    const { headers } = await app.inject({ url: '/ip', headers: { 'x-request-id': given } })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('believes no proxy that it was not told of', async () => {
    const { body } = await app.inject({ url: '/ip', headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(body).toBe('127.0.0.1')
  })
})
