import { type Noise, outside } from './noise.ts'

/** A service that logs JSON: orders, the odd slow query, now and then an error. */
export const appNoise: Noise = (place, random) => {
  const order = random.int(41_000, 48_000)
  const [level, message, more] = random.weighted<readonly ['info' | 'warn' | 'error', string, object]>([
    [60, ['info', 'order accepted', { order, total: random.int(8, 900), currency: 'EUR' }]],
    [
      25,
      ['info', 'request', { method: 'GET', path: `/orders/${order}`, status: 200, ms: random.int(3, 90) }],
    ],
    [8, ['info', 'user signed in', { user: random.pick(place.people), remote: outside(random) }]],
    [5, ['warn', 'slow query', { ms: random.int(800, 4_000), table: 'order_lines' }]],
    [2, ['error', 'payment provider timed out', { order, attempt: random.int(1, 3) }]],
  ])
  const line = {
    time: '{iso}',
    level,
    service: 'orders',
    hostname: random.pick(place.hosts),
    msg: message,
    ...more,
  }
  return [{ after: 0, text: JSON.stringify(line) }]
}
