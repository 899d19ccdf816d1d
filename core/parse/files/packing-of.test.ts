import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { tarOf } from '../../../e2e/testkit/archives.ts'
import { packingOf } from './packing-of.ts'

it.each([
  ['gzip', gzipSync('a'), 'gzip'],
  ['a zip', Buffer.from('PK\x03\x04rest', 'latin1'), 'zip'],
  ['a zip without members', Buffer.from('PK\x05\x06', 'latin1'), 'zip'],
  ['a tar', tarOf({ 'a.log': 'x' }), 'tar'],
  ['lines', Buffer.from('PK is no zip\n'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('%s', (_, head, packing) => {
  expect(packingOf(head)).toBe(packing)
})
