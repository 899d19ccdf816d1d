import { describe, expect, it } from 'vitest'
import { localToUtc } from './local-time.ts'
import { zoneOffset } from './zone-offset.ts'

const at = (text: string): number => Date.parse(`${text}Z`)
const utc = (local: string, zone: string): string =>
  new Date(localToUtc(at(local), { zone, zoneMinutes: 0 })).toISOString()

describe('localToUtc', () => {
  it.each([
    ['2026-01-15T12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15T12:00:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
    ['2026-01-15T12:00:00', 'America/New_York', '2026-01-15T17:00:00.000Z'],
    ['2026-07-15T12:00:00', 'America/New_York', '2026-07-15T16:00:00.000Z'],
    ['2026-01-15T12:00:00', 'Australia/Lord_Howe', '2026-01-15T01:00:00.000Z'],
    ['2026-03-10T12:00:00', 'Asia/Kathmandu', '2026-03-10T06:15:00.000Z'],
    ['2026-03-10T12:00:00', 'UTC', '2026-03-10T12:00:00.000Z'],
  ])('%s in %s', (local, zone, expected) => expect(utc(local, zone)).toBe(expected))

  it.each([
    // Spring 2026: 02:00 becomes 03:00 on 29 March.
    ['2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
    // Autumn 2026: 03:00 becomes 02:00 on 25 October; what comes twice is the first.
    ['2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
  ])('%s on both sides of a change', (local, expected) => expect(utc(local, 'Europe/Berlin')).toBe(expected))

  it('takes minutes where there is no zone, or none of that name', () => {
    expect(localToUtc(0, 60)).toBe(-3_600_000)
    expect(localToUtc(0, { zoneMinutes: -90 })).toBe(5_400_000)
    expect(localToUtc(0, { zoneMinutes: 60, zone: 'Europe/Atlantis' })).toBe(-3_600_000)
    expect(localToUtc(0, { zoneMinutes: 60, zone: '' })).toBe(-3_600_000)
  })

  it('undoes what a clock on a wall does to any instant that it shows once', () => {
    const zones = [
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Pacific/Auckland',
      'Africa/Casablanca',
      'Asia/Tehran',
    ]
    let seed = 7
    for (let i = 0; i < 2_000; i++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      const instant = at('1995-01-01T00:00:00') + (seed % 1_100_000) * 900_000
      const zone = zones[i % zones.length] ?? 'UTC'
      const local = instant + zoneOffset(zone, instant) * 60_000
      const back = localToUtc(local, { zone, zoneMinutes: 0 })
      // An hour that comes twice gives the first of the two, which shows the same on the wall.
      expect(back + zoneOffset(zone, back) * 60_000).toBe(local)
      expect(back).toBeLessThanOrEqual(instant)
    }
  })
})
