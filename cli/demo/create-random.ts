/** The same numbers for the same seed: the demo is the same every day. */
export interface Random {
  /** 0 <= x < 1 */
  next(): number
  /** From and to inclusive. */
  int(from: number, to: number): number
  pick<T extends readonly [unknown, ...unknown[]]>(items: T): T[number]
  /** Picks by weight. */
  weighted<T>(items: readonly [readonly [number, T], ...(readonly [number, T])[]]): T
  hex(digits: number): string
}

/** mulberry32, seeded by a text. */
export function createRandom(seed: string): Random {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  const random: Random = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighted(items) {
      let rest = next() * items.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, item] of items) {
        rest -= weight
        if (rest < 0) return item
      }
      return items[0][1]
    },
    hex: (digits) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join(''),
  }
  return random
}
