import { describe, expect, it } from 'vitest'
import { bigInt } from './big-int.ts'
import { dateTime, formatDateTime, parseDateTime } from './date-time.ts'

describe('DateTime', () => {
  it.each([
    ['2026-01-31T09:15:00Z', '2026-01-31T09:15:00.000Z'],
    ['2026-01-31t09:15:00.5z', '2026-01-31T09:15:00.500Z'],
    ['2026-01-31 10:15:00.000001+01:00', '2026-01-31T09:15:00.000001Z'],
    ['2026-01-31T03:45:00.123456789-05:30', '2026-01-31T09:15:00.123456789Z'],
    ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
    ['1969-12-31T23:59:59.999999999Z', '1969-12-31T23:59:59.999999999Z'],
    ['1900-01-01T00:00:00Z', '1900-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (text, canonical) => {
    expect(dateTime.serialize(dateTime.parseValue(text))).toBe(canonical)
  })

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T09:15:00',
    '2026-01-31',
    '1899-12-31T23:59:59Z',
    '2263-01-01T00:00:00Z',
    '2026-01-31T09:15:00.1234567890Z',
    '2026-01-31T09:15:00+24:00',
    'yesterday',
    '',
  ])('refuses %s', (text) => {
    expect(parseDateTime(text)).toBeUndefined()
    expect(() => dateTime.parseValue(text)).toThrow('RFC 3339')
  })

  it('keeps every nanosecond through a round trip', () => {
    for (const time of [0n, 1n, 999n, 1_000n, 999_999_999n, 1_769_850_900_123_456_789n, 2n ** 63n - 1n])
      expect(parseDateTime(formatDateTime(time))).toBe(time)
  })
})

describe('BigInt', () => {
  it('is a number while a client keeps it exact, then a string', () => {
    expect(bigInt.serialize(2n ** 53n - 1n)).toBe(9007199254740991)
    expect(bigInt.serialize(2n ** 53n)).toBe('9007199254740992')
    expect(bigInt.serialize(7)).toBe(7)
  })

  it.each([1.5, '1e9', '', 'x', Number.MAX_VALUE, '12345678901234567890'])('refuses %s', (value) => {
    expect(() => bigInt.parseValue(value)).toThrow('whole number')
  })
})
