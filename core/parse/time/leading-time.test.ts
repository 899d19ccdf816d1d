import { expect, it } from 'vitest'
import { leadingTime } from './leading-time.ts'

const context = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const NOON = 1_773_144_000_000_000_000n

it.each([
  '2026-03-10 12:00:00 x',
  '2026-03-10T14:00:00+02:00 x',
  '[2026-03-10 12:00:00.000] x',
  '2026/03/10 12:00:00 x',
  '2026:03:10-12:00:00: x',
  '[20260310-12:00:00] x',
  '[10-Mar-2026 14:00:00 +0200]: x',
  '[10/Mar/2026 12:00:00] x',
  '10/Mar/2026:12:00:00 x',
  'Mar-10-26 12:00:00 x',
  '10-03-2026 12:00:00 x',
  '03/10/2026 - 12:00:00: x',
  'Tue Mar 10 12:00:00 2026 x',
  'Mar 10 12:00:00 x',
])('reads %s', (line) => {
  const found = leadingTime(line, context)
  expect(found?.time).toBe(NOON)
  expect(line.slice(found?.end)).toMatch(/^[\]: ]*x$/)
})

it.each(['hello', '2026-13-10 12:00:00', '12:00:00', 'Foo-10-26 12:00:00', ''])('%s is no time', (line) => {
  expect(leadingTime(line, context)).toBeUndefined()
})
