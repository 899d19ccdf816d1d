import { describe, expect, it } from 'vitest'
import { decodeGlobalId, encodeGlobalId } from './global-id.ts'

const tenantId = '0190a000-0000-7000-8000-000000000001'
const id = '0190a000-0000-7000-8000-00000000000a'
const encoded = (text: string) => Buffer.from(text).toString('base64url')

describe('global id', () => {
  it('carries type, tenant, id and an event’s time', () => {
    for (const given of [
      { type: 'Alert', tenantId, id } as const,
      { type: 'Event', tenantId, id, time: 1_769_850_900_123_456_789n } as const,
    ])
      expect(decodeGlobalId(encodeGlobalId(given))).toEqual(given)
  })

  it.each([
    ['an unknown type', encoded(`Secret:${tenantId}:${id}`)],
    ['a tenant that is no UUID', encoded(`Alert:1 OR 1=1:${id}`)],
    ['an id that is no UUID', encoded(`Alert:${tenantId}:x`)],
    ['an event without a time', encoded(`Event:${tenantId}:${id}`)],
    ['an alert with a time', encoded(`Alert:${tenantId}:${id}:1`)],
    ['a time beyond 64 bits', encoded(`Event:${tenantId}:${id}:9999999999999999999`)],
    ['a part too many', encoded(`Event:${tenantId}:${id}:1:2`)],
    ['noise', '\u0000\uffff%%%'],
    ['nothing', ''],
    ['something huge', 'A'.repeat(1_000_000)],
  ])('is undefined for %s', (_, text) => {
    expect(decodeGlobalId(text)).toBeUndefined()
  })
})
