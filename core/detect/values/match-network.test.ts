import { expect, test } from 'vitest'
import { parseNetwork } from './match-network.ts'
import { readAddress } from './read-address.ts'

function includes(network: string, address: string): boolean {
  const parsed = parseNetwork(network)
  if ('wrong' in parsed) throw new Error(parsed.wrong)
  const read = readAddress(address)
  return read !== undefined && parsed.includes(read)
}

test.each([
  ['10.0.0.0/8', '10.255.255.255', true],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['192.168.0.0/23', '192.168.1.255', true],
  ['192.168.0.0/23', '192.168.2.0', false],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['10.0.0.0/8', '010.1.2.3.4', false],
  ['10.0.0.0/8', '10.1.2.256', false],
  ['fe80::/10', 'febf::1%eth0', true],
  ['fe80::/10', 'fec0::1', false],
  ['fe80::/10', 'fe80::1%a b', false],
  ['::/0', '10.0.0.1', false],
  ['2001:db8::/33', '2001:db8:7fff::1', true],
  ['2001:db8::/33', '2001:db8:8000::1', false],
  ['::1/128', '0:0:0:0:0:0:0:1', true],
  ['::1/128', '1::1::1', false],
  ['10.0.0.0/8', '-', false],
])('%s and %s', (network, address, expected) => {
  expect(includes(network, address)).toBe(expected)
})

test.each([
  ['10.0.0.1/8', 'write 10.0.0.0/8'],
  ['fe80::1/10', 'write fe80:0:0:0:0:0:0:0/10'],
  ['10.0.0.0/33', 'use 0 to 32'],
  ['10.0.0/8', 'write it like 10.0.0.0/8 or fe80::/10'],
])('%s is no network: %s', (network, mend) => {
  expect(parseNetwork(network)).toMatchObject({ mend })
})
