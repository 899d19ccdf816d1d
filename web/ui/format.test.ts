import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'
import { formatDuration } from './format-duration.ts'
import { formatNumber } from './format-number.ts'
import { formatTime } from './format-time.ts'

describe('formatNumber', () => {
  it('parts thousands by thin spaces, 64-bit counts too', () => {
    expect(formatNumber(999)).toBe('999')
    expect(formatNumber(1_234_567)).toBe('1\u2009234\u2009567')
    expect(formatNumber('18446744073709551615')).toBe(
      '18\u2009446\u2009744\u2009073\u2009709\u2009551\u2009615',
    )
  })
})

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_200_000_000, '1.2 GB'],
    [999_999, '1.0 MB'],
    [153_000, '153 kB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})

describe('formatDuration', () => {
  it.each([
    [80, '80 ms'],
    [1_440, '1.4 s'],
    [59_999, '59.9 s'],
    [80_000, '1 m 20 s'],
    [3_600_000, '1 h'],
    [187_200_000, '2 d 4 h'],
  ])('%d is %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text))
})

describe('formatTime', () => {
  it('keeps nanoseconds when asked, milliseconds else', () => {
    const instant = '2026-11-23T12:39:13.123456789Z'
    expect(formatTime(instant, 'utc')).toBe('2026-11-23 12:39:13.123')
    expect(formatTime(instant, 'utc', 'full')).toBe('2026-11-23 12:39:13.123456789')
    expect(formatTime(instant, 'utc', 'dense')).toBe('Nov 23 12:39:13.123')
    expect(formatTime(instant, 'utc', 'minute')).toBe('2026-11-23 12:39')
  })

  it('shows what is no time as it came', () => {
    expect(formatTime('soon', 'utc')).toBe('soon')
  })
})
