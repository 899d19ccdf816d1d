import { describe, expect, it } from 'vitest'
import { placeIn } from './place-in.ts'

describe('placeIn', () => {
  it.each([
    ['<13>Oct 11 host app: hello world', 'hello world', { at: 21, size: 11 }],
    ['hello', 'hello', { at: 0, size: 5 }],
    ['{"message":"a message of some length","n":1}', 'a message of some length', { at: 12, size: 24 }],
    ['Zürich: größer', 'größer', { at: 9, size: 8 }],
    ['an error, the error', 'the error', { at: 10, size: 9 }],
  ])('finds where a text lies, in bytes: %s', (whole, part, place) => {
    expect(placeIn(whole, part)).toEqual(place)
    const bytes = Buffer.from(whole)
    expect(bytes.subarray(place.at, place.at + place.size).toString()).toBe(part)
  })

  it.each([
    ['what is not there', 'hello world', 'hello word'],
    ['nothing', 'hello', ''],
    ['what is longer', 'hello', 'hello world'],
    ['a stretch that ends inside of a word', 'unknown users', 'unknown user'],
    ['a stretch that begins inside of a word', 'unknown user', 'known user'],
    ['what is written with an escape', '{"message":"\\u0061 message"}', 'a message'],
  ])('does not find %s', (_, whole, part) => {
    expect(placeIn(whole, part)).toBeUndefined()
  })

  it('goes on when the first place is no whole word', () => {
    expect(placeIn('errors: error', 'error')).toEqual({ at: 8, size: 5 })
    const part = 'The same beginning, an end of its own'
    expect(placeIn(`${part}s. ${part}`, part)).toEqual({ at: 40, size: 37 })
  })

  it('takes time in proportion to the texts, whatever a sender writes', () => {
    const n = 2_000_000
    const parts = [
      `${'a'.repeat(50)}b${'a'.repeat(n)}`,
      `${'a'.repeat(n)}b`,
      `b${'a'.repeat(n)}`,
      `${'ab '.repeat(n)}c`,
    ]
    for (const part of parts) {
      const whole = `{"message":"\\u00${part.charCodeAt(0).toString(16)}${part.slice(1)}","more":"${part.slice(1).repeat(2)}"}`
      expect(placeIn(whole, part)).toBeUndefined()
    }
  })
})
