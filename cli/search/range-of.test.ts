import { describe, expect, it } from 'vitest'
import { rangeOf } from './range-of.ts'

const now = Date.parse('2026-01-31T09:15:00Z')
const end = '2026-01-31T09:15:00.000Z'

describe('rangeOf', () => {
  it.each([
    [{}, { from: '2026-01-30T09:15:00.000Z', to: end }],
    [{ last: '90s' }, { from: '2026-01-31T09:13:30.000Z', to: end }],
    [{ last: '2w' }, { from: '2026-01-17T09:15:00.000Z', to: end }],
    [{ last: '999999w' }, { from: '1970-01-01T00:00:00.000Z', to: end }],
    [{ from: '2026-01-01T00:00:00Z' }, { from: '2026-01-01T00:00:00Z', to: end }],
    [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
    ],
  ])('%j is %j', (span, range) => {
    expect(rangeOf(span, now)).toEqual(range)
  })

  it.each([
    { last: '24' },
    { last: '0h' },
    { last: '1y' },
    { last: '' },
    { to: 'b' },
    { from: 'a', last: '1h' },
  ])('refuses %j', (span) => {
    expect(rangeOf(span, now)).toBeTypeOf('string')
  })
})
