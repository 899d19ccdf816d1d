import { expect, it } from 'vitest'
import { startsWithPair } from './starts-with-pair.ts'

it.each([
  ['date=2026-03-10 time=12', true],
  ['x.y-z_1=', true],
  ['<189>date=2026', false],
  ['Mar 10 12:00:00 fw date=2026', false],
  ['=x', false],
  [`${'a'.repeat(60)}=x`, false],
])('%s: %s', (text, expected) => expect(startsWithPair(text)).toBe(expected))
