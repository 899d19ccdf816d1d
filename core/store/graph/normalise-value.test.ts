import { expect, test } from 'vitest'
import { normaliseValue } from './normalise-value.ts'

test.each([
  ['host', ' WS-1 ', 'ws-1'],
  ['user', 'CORP\\Mira', 'corp\\mira'],
  ['address', '::ffff:10.0.0.5', '10.0.0.5'],
  ['address', '2001:DB8:0:0::1', '2001:db8::1'],
  ['address', 'Unknown', 'unknown'],
  ['url', 'https://Shop.example/Cart?x=1#top', 'https://Shop.example/Cart'],
  ['rule', 'A-1', 'A-1'],
  ['file', `/${'\u{1f600}'.repeat(600)}`, `/${'\u{1f600}'.repeat(511)}`],
] as const)('a %s typed as %j', (kind, typed, value) => {
  expect(normaliseValue(kind, typed)).toBe(value)
})
