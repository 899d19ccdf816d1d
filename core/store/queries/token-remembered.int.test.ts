import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '#core/event/uuid-v7'
import { eventsOfPayload } from '../../../e2e/testkit/events-of-payload.ts'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { connect } from '../connection.ts'
import { insertEvents } from '../insert-events.ts'
import { tokenRemembered } from './token-remembered.ts'

const [OURS, THEIRS] = [randomUUID(), randomUUID()]
const scope = grantScope([OURS])

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
})
afterAll(() => clickhouse.drop())

async function store(tenantId: string, received = Date.now()) {
  const payload = { tenantId, payloadId: uuidV7(received), received, lines: 2 }
  await insertEvents(clickhouse.store, payload.payloadId, eventsOfPayload(payload))
  return payload
}

it('is sure of a payload that came in just now, and of none that is not there', async () => {
  const later = Date.now() + 5_000
  const { payloadId } = await store(OURS, later)
  const { store: asked } = clickhouse
  expect(await tokenRemembered(asked, scope, { payloadId, received: later })).toBe(true)
  expect(await tokenRemembered(asked, scope, { payloadId: randomUUID(), received: later })).toBe(false)
  expect(await tokenRemembered(asked, grantScope([THEIRS]), { payloadId, received: later })).toBe(false)
})

it('is not sure once the table is younger than the payload, as a restored one is', async () => {
  const received = Date.now() - 60_000
  const { payloadId } = await store(OURS, received)
  expect(await tokenRemembered(clickhouse.store, scope, { payloadId, received })).toBe(false)
})

it('is not sure once others, of whatever tenant, have taken up a part of the window', async () => {
  const client = connect(clickhouse.connection)
  await client.command({
    query: 'ALTER TABLE events MODIFY SETTING non_replicated_deduplication_window = 20',
  })
  await client.close()
  const later = Date.now() + 5_000
  const { payloadId } = await store(OURS, later)
  for (let other = 0; other < 3; other++) await store(THEIRS, later)
  expect(await tokenRemembered(clickhouse.store, scope, { payloadId, received: later })).toBe(true)
  await store(THEIRS, later)
  expect(await tokenRemembered(clickhouse.store, scope, { payloadId, received: later })).toBe(false)
})
