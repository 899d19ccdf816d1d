import { expect, it } from 'vitest'
import { parseCtime } from './parse-ctime.ts'

const NOON = 1_773_144_000_000_000_000n

it.each([
  ['Tue Mar 10 12:00:00 2026', 0, NOON],
  ['Tue Mar  10 13:00:00 2026', 60, NOON],
  ['Tue Mar 32 12:00:00 2026', 0, undefined],
  ['Tue Mar 10 25:00:00 2026', 0, undefined],
  ['Tue Foo 10 12:00:00 2026', 0, undefined],
  ['10 Mar 2026', 0, undefined],
])('%s', (text, zone, time) => expect(parseCtime(text, zone)).toBe(time))
