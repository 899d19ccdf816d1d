import { describe, expect, it } from 'vitest'
import { parseTimeRange } from '#core/search/parse-time-range'
import { describeRelative, formatTimeRange, resolveTimeRange } from './time-range.ts'

const now = Date.parse('2026-11-23T12:00:00Z')

describe('time range', () => {
  it('survives the address bar', () => {
    for (const text of ['15m', '24h', '7d', 'all', '2026-11-23T08:00:00.000Z~2026-11-23T09:00:00.000Z'])
      expect(formatTimeRange(parseTimeRange(text)!)).toBe(text)
  })

  it('refuses what is no range', () => {
    for (const text of [null, '', '0m', '9999d', '5w', 'x~y', '2026-11-23T09:00:00Z~2026-11-23T08:00:00Z'])
      expect(parseTimeRange(text)).toBeUndefined()
  })

  it('lets a relative range end after now, so that what arrives now is inside', () => {
    const span = resolveTimeRange({ kind: 'relative', amount: 15, unit: 'm' }, now)
    expect(span.from).toBe(now - 15 * 60_000)
    expect(span.to).toBeGreaterThan(now)
  })

  it('keeps an absolute range as it is, whatever the time', () => {
    const range = { kind: 'absolute', from: now - 5, to: now } as const
    expect(resolveTimeRange(range, now + 1e9)).toEqual({ from: now - 5, to: now })
  })

  it('speaks', () => {
    expect(describeRelative({ amount: 1, unit: 'h' })).toBe('Last hour')
    expect(describeRelative({ amount: 7, unit: 'd' })).toBe('Last 7 days')
  })
})
