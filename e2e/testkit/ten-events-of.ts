import { randomUUID } from 'node:crypto'
import type { Event, Fields } from '../../core/event/event.ts'

const SECOND = 1_000_000_000n
const received = Date.now()
const start = ((BigInt(received) * 1_000_000n) / (60n * SECOND)) * 60n * SECOND
const payloadId = randomUUID()

/** Ten minutes from now. */
export const tenMinutes = { from: start, to: start + 600n * SECOND }

/** Ten events, one a minute, the same for each tenant. */
export function tenEventsOf(tenantId: string): Event[] {
  return Array.from({ length: 10 }, (_, n) => {
    const fields: Fields = {
      'event.outcome': n < 3 ? 'failure' : n < 5 ? 'success' : 'unknown',
      'event.category': n % 2 ? ['authentication'] : ['process', 'network'],
      'event.severity': n * 10,
      'user.name': n % 2 ? 'root' : ['alice', 'bob'],
      'source.ip': n === 9 ? 'unknown' : `10.0.0.${n % 3}`,
      'source.port': 1000 + (n % 2),
      'custom.key': `v${n % 2}`,
      'custom.tags': ['x', `y${n}`],
      message: `message ${n}`,
    }
    return {
      eventId: randomUUID(),
      tenantId,
      sourceId: randomUUID(),
      site: '',
      payloadId,
      position: n,
      received,
      time: start + BigInt(n) * 60n * SECOND,
      raw: `line ${n}`,
      parser: 'json@1',
      backfill: false,
      fields,
    }
  })
}
