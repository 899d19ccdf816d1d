import { expect, test } from 'vitest'
import { eventId } from './event-id.ts'
import { uuidV7 } from './uuid-v7.ts'

const received = 1_790_000_000_123
const payload = uuidV7(received)

test('is deterministic and shaped as a UUIDv7 of the receive time', () => {
  const id = eventId(payload, 7, received)
  expect(eventId(payload, 7, received)).toBe(id)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(received)
})

test('ids of a payload sort by position', () => {
  const ids = [0, 1, 2, 4095, 4096, 4097, 70_000, 0xff_ffff].map((position) =>
    eventId(payload, position, received),
  )
  expect([...ids].sort()).toEqual(ids)
})

test('no two of many payloads and positions are equal', () => {
  const ids = new Set<string>()
  for (let p = 0; p < 200; p++) {
    const id = uuidV7(received)
    for (let position = 0; position < 500; position++) ids.add(eventId(id, position, received))
  }
  expect(ids.size).toBe(100_000)
})

test('refuses a position that no payload has', () => {
  expect(() => eventId(payload, 0x100_0000, received)).toThrow(RangeError)
  expect(() => eventId(payload, -1, received)).toThrow(RangeError)
})
