import { describe, expect, it } from 'vitest'
import { cursorOf, pageOf } from './page-of.ts'

const position = { time: 1_769_850_900_123_456_789n, id: '0190a000-0000-7000-8000-00000000000a' }
const encoded = (text: string) => Buffer.from(text).toString('base64url')

describe('pageOf', () => {
  it('reads its own cursor back', () => {
    expect(pageOf({ first: 10, after: cursorOf(position) })).toEqual({ first: 10, after: position })
  })

  it('starts at the newest without a cursor', () => {
    expect(pageOf({})).toEqual({ first: 50 })
    expect(pageOf({ first: null, after: null }, 20)).toEqual({ first: 20 })
  })

  it.each([0, -1, 501, 2 ** 31 - 1])('refuses first: %s', (first) => {
    expect(() => pageOf({ first })).toThrow('from 1 to 500')
  })

  it.each([
    'x',
    encoded("1:' OR 1=1"),
    encoded(`1e9:${position.id}`),
    encoded(`1:${position.id}:1`),
    encoded('1'),
    'A'.repeat(1_000_000),
  ])('refuses a cursor it did not write: %.20s', (after) => {
    expect(() => pageOf({ after })).toThrow('cursor of this list')
  })
})
