import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../e2e/testkit/seeded-random.ts'
import type { GraphEntity } from './entity.ts'
import { findPath, type TakeStep } from './find-path.ts'

const node = (number: number): GraphEntity => ({ tenantId: 't', kind: 'host', value: String(number) })

function stepsOver(edges: readonly (readonly [number, number])[]): TakeStep {
  return async (entities) => {
    const asked = new Set(entities.map(({ value }) => Number(value)))
    const steps = edges.flatMap(([a, b]) => [
      ...(asked.has(a) ? [[node(a), node(b)] as const] : []),
      ...(asked.has(b) ? [[node(b), node(a)] as const] : []),
    ])
    return { steps, more: false }
  }
}

/** Breadth first from one end, without haste. */
function distance(edges: readonly (readonly [number, number])[], from: number, to: number): number {
  const reached = new Map([[from, 0]])
  for (const [at, steps] of reached)
    for (const [a, b] of edges)
      for (const next of a === at ? [b] : b === at ? [a] : [])
        if (!reached.has(next)) reached.set(next, steps + 1)
  return reached.get(to) ?? Number.POSITIVE_INFINITY
}

describe('findPath', () => {
  it('finds a shortest way wherever a plain search does', async () => {
    const random = seededRandom(7)
    const pick = () => Math.floor(random() * 30)
    let found = 0
    for (let round = 0; round < 200; round++) {
      const edges = Array.from({ length: 25 }, () => [pick(), pick()] as const)
      const [from, to] = [pick(), pick()]
      const { paths, truncated } = await findPath(node(from), node(to), 4, stepsOver(edges))
      const shortest = distance(edges, from, to)
      expect(truncated).toBe(false)
      expect(paths.length > 0).toBe(shortest <= 4)
      for (const path of paths) {
        found++
        const values = path.map(({ value }) => Number(value))
        expect([values[0], values.at(-1), values.length - 1]).toEqual([from, to, shortest])
        for (const [index, value] of values.slice(1).entries())
          expect(
            edges.some(
              ([a, b]) => (a === value && b === values[index]) || (b === value && a === values[index]),
            ),
          ).toBe(true)
      }
    }
    expect(found).toBeGreaterThan(50)
  })

  it('says that it did not look at everything', async () => {
    const { paths, truncated } = await findPath(node(1), node(2), 4, async () => ({ steps: [], more: true }))
    expect(paths).toEqual([])
    expect(truncated).toBe(true)
  })
})
