import { expect, it } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { createNetworkTable } from './create-network-table.ts'
import { type Network, parseNetwork } from './match-network.ts'
import { readAddress } from './read-address.ts'

const { below, pick } = createChance(14)

function networkOf(text: string): Network {
  const network = parseNetwork(text)
  if ('wrong' in network) throw new Error(network.wrong)
  return network
}

function randomNetwork(): Network {
  const length = pick([0, 1, 7, 8, 9, 15, 16, 24, 31, 32])
  const bits =
    (below(2 ** 16) * 2 ** 16 + below(2 ** 16)) & 0x0303_0303 & ~(length === 0 ? -1 : 2 ** (32 - length) - 1)
  return networkOf(`${[24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.')}/${length}`)
}

it('finds every network around an address, the narrowest first', () => {
  let found = 0
  for (let round = 0; round < 200; round++) {
    const networks = [
      ...Array.from({ length: 1 + below(60) }, randomNetwork),
      networkOf('::/0'),
      networkOf('fe80::/10'),
    ]
    const table = createNetworkTable(networks.map((network, place) => [network, place] as const))
    for (const text of [
      '1.2.3.0',
      '3.3.3.3',
      '0.0.0.0',
      '255.0.0.1',
      '::ffff:3.1.0.2',
      'fe80::1',
      '2001:db8::1',
    ]) {
      const address = readAddress(text)
      if (!address) throw new Error(text)
      const around = networks.flatMap((network, place) => (network.includes(address) ? [place] : []))
      const places = table.find(address)
      expect(
        [...places].sort((a, b) => a - b),
        text,
      ).toEqual(around)
      const widths = places.map((place) => networks[place]?.firstKey ?? '')
      expect([...widths].sort().reverse()).toEqual(widths)
      found += places.length
    }
  }
  expect(found).toBeGreaterThan(1_000)
})

it('has nothing where nothing is', () => {
  const address = readAddress('10.0.0.1')
  if (!address) throw new Error('no address')
  expect(createNetworkTable([]).find(address)).toEqual([])
})
