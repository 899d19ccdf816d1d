import { expect, test } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

test('has the layout of RFC 9562 and carries the time', () => {
  const id = uuidV7(0x0199_1234_5678)
  expect(id).toMatch(/^01991234-5678-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('two ids of the same millisecond differ', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => uuidV7(1_700_000_000_000)))
  expect(ids.size).toBe(1000)
})

test('later ids sort after earlier ones', () => {
  expect(uuidV7(1_700_000_000_001) > uuidV7(1_700_000_000_000)).toBe(true)
})
