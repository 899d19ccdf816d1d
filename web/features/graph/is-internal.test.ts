import { expect, it } from 'vitest'
import { isInternal } from './is-internal.ts'

it('knows one’s own addresses from others', () => {
  const address = (value: string) => isInternal({ kind: 'address', value })
  for (const own of [
    '10.1.2.3',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.1.1',
    '100.64.0.1',
    '100.127.0.1',
    '127.0.0.1',
    '::1',
    'fd00::7',
    'fe80::1',
  ])
    expect([own, address(own)]).toEqual([own, true])
  for (const other of [
    '11.1.2.3',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.1.1',
    '100.63.0.1',
    '100.128.0.1',
    '203.0.113.9',
    '2001:db8::1',
    '::12',
  ])
    expect([other, address(other)]).toEqual([other, false])
})

it('takes hosts and people for one’s own, URLs and public domains not', () => {
  expect(isInternal({ kind: 'host', value: 'ws-17' })).toBe(true)
  expect(isInternal({ kind: 'domain', value: 'files.corp' })).toBe(true)
  expect(isInternal({ kind: 'domain', value: 'shop.example' })).toBe(false)
  expect(isInternal({ kind: 'url', value: 'https://shop.example/' })).toBe(false)
})
