import type { Network } from './match-network.ts'
import type { Address } from './read-address.ts'

/** Networks by address. */
export interface NetworkTable<Value> {
  /** The values of all networks that an address is in, the narrowest first. */
  find(address: Address): readonly Value[]
}

interface Entry<Value> {
  network: Network
  values: Value[]
  /** The narrowest of the other networks around this one. */
  around: Entry<Value> | undefined
}

/** Two networks overlap only where one holds the other: who holds an address is a chain, found by one binary search. */
export function createNetworkTable<Value>(
  networks: Iterable<readonly [Network, Value]>,
): NetworkTable<Value> {
  const byBounds = new Map<string, Entry<Value>>()
  for (const [network, value] of networks) {
    const bounds = network.firstKey + network.lastKey
    const known = byBounds.get(bounds)
    if (known) known.values.push(value)
    else byBounds.set(bounds, { network, values: [value], around: undefined })
  }
  const entries = [...byBounds.values()].sort((a, b) => compare(a.network, b.network))
  let open: Entry<Value> | undefined
  for (const entry of entries) {
    while (open && open.network.lastKey < entry.network.firstKey) open = open.around
    entry.around = open
    open = entry
  }

  return {
    find(address) {
      const found: Value[] = []
      let entry = lastFrom(entries, address.key)
      for (; entry; entry = entry.around)
        if (entry.network.includes(address)) for (const value of entry.values) found.push(value)
      return found
    },
  }
}

/** By first address, the wider one first. */
function compare(a: Network, b: Network): number {
  if (a.firstKey !== b.firstKey) return a.firstKey < b.firstKey ? -1 : 1
  return a.lastKey > b.lastKey ? -1 : 1
}

/** The last entry that begins at or before an address. */
function lastFrom<Value>(entries: readonly Entry<Value>[], key: string): Entry<Value> | undefined {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry<Value>).network.firstKey <= key) low = middle + 1
    else high = middle
  }
  return entries[low - 1]
}
