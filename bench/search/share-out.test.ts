import { describe, expect, it } from 'vitest'
import { shareEvenly, shareOut } from './share-out.ts'

const sharesOf = (bounds: number[]) => bounds.map((bound, place) => bound - (bounds[place - 1] ?? 0))

describe('sharing rows out', () => {
  it('gives all of them away, however many tenants there are', () => {
    for (const tenants of [1, 3, 50, 1_000])
      for (const bounds of [shareOut(tenants), shareEvenly(tenants)]) {
        expect(bounds).toHaveLength(tenants)
        expect(bounds.at(-1)).toBe(1_000_000)
        expect(Math.min(...sharesOf(bounds))).toBeGreaterThan(0)
      }
  })

  it('makes few tenants large, or all alike', () => {
    const [first = 0, second = 0, third = 0] = sharesOf(shareOut(50))
    expect(first / second).toBeCloseTo(2, 3)
    expect(first / third).toBeCloseTo(3, 3)
    expect(sharesOf(shareEvenly(4))).toEqual([250_000, 250_000, 250_000, 250_000])
  })
})
