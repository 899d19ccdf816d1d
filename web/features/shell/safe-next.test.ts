import { expect, it } from 'vitest'
import { safeNext } from './safe-next.ts'

it('keeps a path of this console', () => {
  expect(safeNext('/t/kestrel/search?q=a%20b&range=24h')).toBe('/t/kestrel/search?q=a%20b&range=24h')
})

it.each([
  null,
  undefined,
  '',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/login?next=/',
])('goes home instead of to %j', (text) => expect(safeNext(text)).toBe('/'))
