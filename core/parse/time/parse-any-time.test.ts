import { describe, expect, it } from 'vitest'
import { parseAnyTime } from './parse-any-time.ts'

const NOON = 1_773_144_000_000_000_000n

describe('parseAnyTime', () => {
  it.each([
    ['2026-03-10T12:00:00Z', NOON],
    ['2026-03-10T14:00:00+02:00', NOON],
    ['2026-03-10T14:00:00+0200', NOON],
    ['2026-03-10 12:00:00 +0000', NOON],
    ['2026-03-10 12:00:00 UTC', NOON],
    ['2026-03-10T13:00', NOON],
    ['2026-03-10 13:00:00,123', NOON + 123_000_000n],
    ['2026-03-10T12:00:00.123456789Z', NOON + 123_456_789n],
    ['2026-03-10T12:00:00.1234567891Z', NOON + 123_456_789n],
    ['10/Mar/2026:14:00:00 +0200', NOON],
    ['Tue, 10 Mar 2026 14:00:00 +0200', NOON],
    ['10 Mar 2026 12:00 GMT', NOON],
    [1_773_144_000, NOON],
    [1_773_144_000.123456, NOON + 123_456_000n],
    [1_773_144_000_123, NOON + 123_000_000n],
    [1_773_144_000_123_456, NOON + 123_456_000n],
    ['1773144000.5', NOON + 500_000_000n],
    ['1773144000.774247089', NOON + 774_247_089n],
    ['1773144000123', NOON + 123_000_000n],
    ['1773144000123.5', NOON + 123_500_000n],
    ['1773144000123456789', NOON + 123_456_789n],
    ['0x69b007c0', NOON],
    // Windows' FILETIME: tenths of a microsecond since 1601.
    ['134176176001234567', NOON + 123_456_700n],
    [134_176_176_000_000_000, NOON],
    ['0x01DCB0856BCCE000', NOON],
    ['2026-03-10 13:00:00 CET', NOON],
    ['2026-03-10 07:00:00 EST', NOON],
  ])('%s', (value, time) => {
    expect(parseAnyTime(value, 60)).toBe(time)
  })

  it.each([
    '2026-02-29T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-03-10T24:00:00Z',
    '2026-03-10T12:60:00Z',
    '2026-03-10T12:00:00.Z',
    '2026-03-10T12:00:00+24:00',
    '2026-03-10T12:00:00Z+02:00',
    '2026-03-10',
    '2026-03-10 12:00:00 IST',
    '0x12',
    '99999999999999999999',
    '10/Foo/2026:14:00:00 +0200',
    'Tue, 31 Feb 2026 14:00:00 +0200',
    '10 Mar 2026 14:00:00',
    '',
    'soon',
    42,
    Number.NaN,
    null,
    {},
  ])('is no time: %s', (value) => {
    expect(parseAnyTime(value, 0)).toBeUndefined()
  })

  it('reads the clock of the source, summer and winter', () => {
    const berlin = { zone: 'Europe/Berlin', zoneMinutes: 0 }
    expect(parseAnyTime('2026-03-10 13:00:00', berlin)).toBe(NOON)
    expect(parseAnyTime('2026-07-10 14:00:00', berlin)).toBe(BigInt(Date.UTC(2026, 6, 10, 12)) * 1_000_000n)
  })
})
