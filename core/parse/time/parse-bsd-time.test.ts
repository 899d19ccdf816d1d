import { describe, expect, it } from 'vitest'
import type { ParseContext } from '../parser.ts'
import { bsdTimeAt } from './parse-bsd-time.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const NOON = 1_773_144_000_000_000_000n
const read = (text: string, more: Partial<ParseContext> = {}) => bsdTimeAt(text, 0, { ...context, ...more })

describe('bsdTimeAt', () => {
  it.each([
    ['Mar 10 12:00:00', NOON],
    ['MAR 10 12:00:00', NOON],
    ['mar 10 12:00:00', NOON],
    ['Mar 10 12:00:00.5', NOON + 500_000_000n],
    ['Mar 10 12:00:00,123', NOON + 123_000_000n],
    ['Mar 10 2026 12:00:00', NOON],
    ['2026 Mar 10 12:00:00', NOON],
    ['Mar 10 12:00:00 2026', NOON],
    ['Mar 10 12:00:00 UTC', NOON],
    ['Mar 10 13:00:00 CET', NOON],
    ['Mar 10 13:00:00.250 CET', NOON + 250_000_000n],
    ['Mar 10 07:00:00 EST 2026', NOON],
    ['Mar 10 13:00:00 +0100', NOON],
    ['2026 Mar 10 23:00:00.5 AEDT', NOON + 500_000_000n],
  ])('%s', (text, time) => {
    expect(read(text)).toEqual({ time, end: text.length })
    expect(read(`${text} web01`)).toEqual({ time, end: text.length })
  })

  it.each(['Mar 10 12:00:00 EST01 app', 'Mar 10 12:00:00 METRO app', 'Mar 10 12:00:00 4711 app'])(
    'takes no host for a zone or a year: %s',
    (text) => expect(read(text)).toEqual({ time: NOON, end: 15 }),
  )

  it('gives no time for a zone that means several, but says where the text goes on', () => {
    expect(read('Mar 10 12:00:00 IST: x')).toEqual({ time: undefined, end: 19 })
  })

  it.each([
    'Mar 10 12:00',
    'Mar 10',
    'Mar 32 12:00:60:',
    'Mar 10 24:00:00',
    'Foo 10 12:00:00',
    'Mar-10 12:00:00',
    '',
  ])('is no time: %s', (text) => expect(read(text)?.time).toBeUndefined())

  it('reads the clock of the source, summer and winter', () => {
    const berlin = { zone: 'Europe/Berlin', received: Date.UTC(2026, 7, 1) }
    expect(read('Mar 10 13:00:00', berlin)?.time).toBe(NOON)
    expect(read('Jul 10 14:00:00', berlin)?.time).toBe(BigInt(Date.UTC(2026, 6, 10, 12)) * 1_000_000n)
  })

  it('takes the newest year that is not in the future by more than a day, whenever and wherever', () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    const zones = [undefined, 'Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles']
    const day = 86_400_000
    let seed = 42
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    for (let i = 0; i < 2_000; i++) {
      // Around New Year as often as anywhere else.
      const received =
        i % 2 === 0
          ? Date.UTC(2020 + random(12), random(12), 1 + random(28), random(24), random(60))
          : Date.UTC(2020 + random(12), 0, 1) + (random(4 * 24) - 48) * 3_600_000
      const stamp = `${months[random(12)]} ${1 + random(28)} 12:34:56`
      const zone = zones[random(zones.length)]
      const time = Number((read(stamp, { received, zone })?.time ?? 0n) / 1_000_000n)
      expect(time).toBeLessThanOrEqual(received + day)
      // A year later it would be in the future: 366 days, and an hour of summer time.
      expect(time).toBeGreaterThan(received + day - 366 * day - 3_600_000)
    }
  })

  it('finds a 29 February eight years back', () => {
    expect(read('Feb 29 12:00:00', { received: Date.UTC(2103, 5, 1) })?.time).toBe(
      BigInt(Date.UTC(2096, 1, 29, 12)) * 1_000_000n,
    )
  })
})
