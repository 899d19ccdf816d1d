import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eventId } from '#core/event/event-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { createSource } from '#core/records/sources'
import { insertEvents } from '#core/store/insert-events'
import { freshClickHouse } from '../e2e/testkit/fresh-clickhouse.ts'
import { runVerb } from '../e2e/testkit/run-verb.ts'
import { twoTenants } from '../e2e/testkit/two-tenants.ts'
import { reparseVerb } from './reparse.ts'

const RECEIVED = Date.parse('2026-03-02T10:00:00Z')
let world: Awaited<ReturnType<typeof twoTenants>>
let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>

beforeAll(async () => {
  ;[world, clickhouse] = await Promise.all([twoTenants(), freshClickHouse()])
  const { url, user, password, database } = clickhouse.connection
  const settings = { POSTGRES_URL: world.appUrl, CLICKHOUSE_URL: url, CLICKHOUSE_USER: user }
  for (const [name, value] of Object.entries({
    ...settings,
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: database,
  }))
    vi.stubEnv(`NIGHTJAR_${name}`, value)
  const { tenantId } = world.ours
  const { sourceId } = await createSource(world.records, world.ourScope, { tenantId, name: 'gate' })
  const payloadId = uuidV7(RECEIVED)
  const raw = '{"message":"gate opened"}'
  await insertEvents(clickhouse.store, payloadId, [
    {
      ...{
        eventId: eventId(payloadId, 0, RECEIVED),
        tenantId,
        sourceId,
        payloadId,
        position: 0,
        received: RECEIVED,
      },
      ...{
        time: BigInt(RECEIVED) * 1_000_000n,
        site: '',
        raw,
        parser: 'raw@1',
        backfill: false,
        fields: { message: raw },
      },
    },
  ])
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await clickhouse.drop()
  await world.close()
})

const RANGE = ['--range', '2026-03-02..2026-03-03']

test('tells how far it is on stderr and what it did on stdout', async () => {
  const { code, out, err } = await runVerb(reparseVerb, ['--tenant', 'ours', '--source', 'gate', ...RANGE])
  expect({ code, ...JSON.parse(out) }).toEqual({
    ...{ code: 0, events: 1, detections: 0 },
    reparsed: {
      ...{ tenant: 'ours', source: 'gate', from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
    },
  })
  expect(err).toBe('received before 2026-03-02T10:00:00.001Z: 1 of 1 events, 0 detections\n')
})

test('refuses what is not there and what is no range', async () => {
  await expect(runVerb(reparseVerb, ['--tenant', 'nobody', ...RANGE])).rejects.toThrow("no tenant 'nobody'")
  await expect(runVerb(reparseVerb, ['--tenant', 'theirs', '--source', 'gate', ...RANGE])).rejects.toThrow(
    "no source 'gate'",
  )
  await expect(runVerb(reparseVerb, ['--tenant', 'ours', '--range', 'today'])).rejects.toThrow('Not a range')
  expect(await runVerb(reparseVerb, ['--tenant', 'ours'])).toMatchObject({ code: 2, out: '' })
})
