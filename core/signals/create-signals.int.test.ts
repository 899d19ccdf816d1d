import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, inject, it, type TestContext } from 'vitest'
import { UnavailableError } from '../errors.ts'
import { createSignals } from './create-signals.ts'
import type { SignalMap, Signals } from './signals.ts'

const TENANT = '0b9b2a50-6f0c-4a43-9d4b-6a3f1b7e2c01'

function onPostgres() {
  return { POSTGRES_URL: inject('postgres').appUrl, REDIS_URL: undefined }
}

function onRedis(context: TestContext) {
  const redisUrl = inject('redisUrl')
  if (!redisUrl) context.skip('redis-server is not installed')
  return { POSTGRES_URL: '', REDIS_URL: redisUrl }
}

const opened: Signals[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((signals) => signals.close()))
})

function open(addresses: Parameters<typeof createSignals>[0]): Signals {
  const signals = createSignals(addresses)
  opened.push(signals)
  return signals
}

/** Other tests share the channel: each looks for ids of its own. */
function alertRaised(): SignalMap['alertRaised'] {
  return { tenantId: TENANT, alertId: crypto.randomUUID(), backfill: false }
}

describe.each([
  ['Postgres', onPostgres],
  ['Redis', onRedis],
])('signals over %s', (_name, addressesOf) => {
  it('reach every process, the sender too, until it stops listening', async (context) => {
    const [here, there] = [open(addressesOf(context)), open(addressesOf(context))]
    const [body, later] = [alertRaised(), alertRaised()]
    const heard: string[] = []
    const isOurs = ({ alertId }: SignalMap['alertRaised']) => [body.alertId, later.alertId].includes(alertId)
    here.subscribe('alertRaised', (given) => void (isOurs(given) && heard.push(`here ${given.alertId}`)))
    const stop = there.subscribe(
      'alertRaised',
      (given) => void (isOurs(given) && heard.push(`there ${given.alertId}`)),
    )
    // Publishing anything means listening.
    await there.publish('tokenRevoked', { tokenId: crypto.randomUUID() })
    await here.publish('alertRaised', body)
    await expect.poll(() => heard.toSorted()).toEqual([`here ${body.alertId}`, `there ${body.alertId}`])
    stop()
    await here.publish('alertRaised', later)
    await expect.poll(() => heard).toContain(`here ${later.alertId}`)
    expect(heard).not.toContain(`there ${later.alertId}`)
  })

  it('refuse a body of another shape', async (context) => {
    const signals = open(addressesOf(context))
    const wrong = { tenantId: 'none' } as SignalMap['sourcesChanged']
    await expect(signals.publish('sourcesChanged', wrong)).rejects.toThrow()
  })
})

describe('signals over Postgres', () => {
  it('come back after their connection was cut, and ignore what is no signal', async () => {
    const signals = open(onPostgres())
    const heard: string[] = []
    signals.subscribe('tokenRevoked', ({ tokenId }) => heard.push(tokenId))
    await signals.publish('tokenRevoked', { tokenId: crypto.randomUUID() })
    const other = new pg.Client({ connectionString: inject('postgres').appUrl })
    await other.connect()
    await other.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nightjar-signals'`,
    )
    await other.query(`SELECT pg_notify('nightjar_signals', 'no json')`)
    const tokenId = crypto.randomUUID()
    await expect
      .poll(
        () =>
          signals.publish('tokenRevoked', { tokenId }).then(
            () => 'sent',
            () => 'away',
          ),
        { timeout: 10_000 },
      )
      .toBe('sent')
    await expect.poll(() => heard).toContain(tokenId)
    await other.query(`SELECT pg_notify('nightjar_signals', '{"name":"tokenRevoked","body":{"tokenId":7}}')`)
    await other.end()
    await sleep(50)
    expect(heard.every((id) => typeof id === 'string')).toBe(true)
  })

  it.each([
    ['Postgres', { POSTGRES_URL: 'postgres://nobody@127.0.0.1:9/none', REDIS_URL: undefined }],
    ['Redis', { POSTGRES_URL: '', REDIS_URL: 'redis://127.0.0.1:9' }],
  ])('say that %s is away', async (_name, addresses) => {
    const body = { tokenId: crypto.randomUUID() }
    await expect(open(addresses).publish('tokenRevoked', body)).rejects.toThrow(UnavailableError)
  })
})
