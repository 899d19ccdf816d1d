import { seededRandom } from './seeded-random.ts'

export interface Chance {
  pick<T>(list: readonly T[]): T
  /** True that often, from 0 to 1. */
  happens(share: number): boolean
  /** A whole number below. */
  below(bound: number): number
  /** One to so many of them. */
  some<T>(most: number, make: () => T): T[]
}

/** Chance that comes out the same for the same seed. */
export function createChance(seed: number): Chance {
  const random = seededRandom(seed)
  const below = (bound: number) => Math.floor(random() * bound)
  return {
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    happens: (share) => random() < share,
    some: (most, make) => Array.from({ length: 1 + below(most) }, make),
  }
}
