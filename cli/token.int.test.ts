import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { resolveApiToken } from '#core/records/api-tokens'
import { resolveIngestToken } from '#core/records/ingest-tokens'
import { createSignals } from '#core/signals/create-signals'
import { twoTenants } from '../e2e/testkit/two-tenants.ts'
import { tokenVerb } from './token.ts'

describe('nightjar token', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  beforeAll(async () => {
    world = await twoTenants()
    vi.stubEnv('NIGHTJAR_POSTGRES_URL', world.appUrl)
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await world.close()
  })

  async function run(...args: string[]) {
    const out: string[] = []
    const err: string[] = []
    const into = (lines: string[]) =>
      new Writable({
        write(chunk, _, done) {
          lines.push(String(chunk))
          done()
        },
      })
    const io = { stdin: Readable.from([]), stdout: into(out), stderr: into(err) }
    const code = await tokenVerb(args, io)
    const lines = out
      .join('')
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    return { code, lines: lines.map((line) => JSON.parse(line)), text: out.join(''), err: err.join('') }
  }

  it('refuses a parser that does not exist, and names those that do', async () => {
    const made = await run(
      'create',
      '--kind',
      'ingest',
      '--tenant',
      'ours',
      '--name',
      'x',
      '--format',
      'nonsense',
    )
    expect(made).toMatchObject({ code: 2, lines: [], err: expect.stringContaining('auto, access-log') })
  })

  it('makes an ingest token and its source', async () => {
    const made = await run(
      ...['create', '--kind', 'ingest', '--tenant', 'ours', '--name', 'shipper'],
      ...['--source', 'fw', '--site', 'plant', '--format', 'syslog'],
    )
    expect(made.code).toBe(0)
    expect(made.lines).toEqual([
      { id: expect.any(String), kind: 'ingest', tenant: 'ours', secret: expect.stringMatching(/^nji_/) },
    ])
    expect(await resolveIngestToken(world.records, made.lines[0].secret)).toMatchObject({
      ...{ tenantId: world.ours.tenantId, sourceName: 'fw', site: 'plant', format: 'syslog' },
    })
  })

  it('leaves a source that exists as it is', async () => {
    const args = ['create', '--kind', 'ingest', '--tenant', 'ours', '--name', 'x', '--source', 'fw']
    await expect(run(...args, '--site', 'elsewhere')).rejects.toThrow(/another site or format/)
    expect(await run(...args)).toMatchObject({ code: 0 })
  })

  it('makes an API token that reads unless told otherwise', async () => {
    const args = ['create', '--kind', 'api', '--tenant', 'ours', '--name', 'bot']
    const reader = await run(...args)
    expect(await resolveApiToken(world.records, reader.lines[0].secret)).toMatchObject({ role: 'reader' })
    const analyst = await run(...args, '--role', 'analyst')
    expect(await resolveApiToken(world.records, analyst.lines[0].secret)).toMatchObject({ role: 'analyst' })
  })

  it('lists tokens of one tenant or all, without secrets', async () => {
    const made = await run('create', '--kind', 'api', '--tenant', 'theirs', '--name', 'other')
    const ours = await run('list', '--tenant', 'ours')
    expect(ours.lines.length).toBeGreaterThan(0)
    expect(ours.lines.every(({ tenant }) => tenant === 'ours')).toBe(true)
    const all = await run('list')
    expect(all.lines.map(({ id }) => id)).toContain(made.lines[0].id)
    expect(all.text).not.toContain(made.lines[0].secret)
  })

  it('revokes by id, and tells the other processes', async () => {
    const { lines } = await run('create', '--kind', 'api', '--tenant', 'ours', '--name', 'lost')
    const { id, secret } = lines[0]
    const signals = createSignals({ POSTGRES_URL: world.appUrl, REDIS_URL: undefined })
    const told: string[] = []
    signals.subscribe('tokenRevoked', ({ tokenId }) => told.push(tokenId))
    // Listening has begun once a signal of our own came back.
    await signals.publish('tokenRevoked', { tokenId: world.ours.tenantId })
    await expect.poll(() => told).toEqual([world.ours.tenantId])
    expect(await run('revoke', '--id', id)).toMatchObject({
      code: 0,
      lines: [{ id, kind: 'api', tenant: 'ours' }],
    })
    expect(await resolveApiToken(world.records, secret)).toBeUndefined()
    await expect.poll(() => told).toEqual([world.ours.tenantId, id])
    await signals.close()
  })

  it.each([
    [[]],
    [['steal']],
    [['constructor']],
    [['create']],
    [['create', '--kind', 'api', '--tenant', 'ours']],
    [['create', '--kind', 'api', '--tenant', 'ours', '--name', 'x', '--role', 'god']],
    [['create', '--kind', 'api', '--tenant', 'ours', '--name', 'x', '--source', 'fw']],
    [['create', '--kind', 'ingest', '--tenant', 'ours', '--name', 'x', '--unknown']],
    [['revoke', '--id', 'x']],
  ])('answers 2 to %j', async (args) => {
    const answer = await run(...args)
    expect(answer).toMatchObject({ code: 2, lines: [] })
    expect(answer.err).not.toBe('')
  })

  it('says what is not there', async () => {
    await expect(run('create', '--kind', 'api', '--tenant', 'nobody', '--name', 'x')).rejects.toThrow(
      /no tenant 'nobody'/,
    )
    await expect(run('revoke', '--id', world.ours.tenantId)).rejects.toThrow(/no token/)
  })

  it('explains itself', async () => {
    expect(await run('create', '--help')).toMatchObject({
      code: 0,
      text: expect.stringContaining('Usage: nightjar token'),
    })
  })
})
