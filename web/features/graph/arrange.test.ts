import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import type { LayoutKind, LayoutTask, Place } from './layout-task.ts'

/** A seed with nine neighbours, two of which have one more each, and a node apart. */
function task(kind: LayoutKind, places: (Place | undefined)[] = []): LayoutTask {
  const nodes = Array.from({ length: 13 }, (_, index) => ({ isSeed: index === 0, place: places[index] }))
  const around = Array.from({ length: 9 }, (_, index) => [0, index + 1] as const)
  return { id: 1, kind, nodes, links: [...around, [1, 10], [11, 2], [0, 0]] }
}

const distances = (places: readonly Place[]) =>
  places.flatMap((one, index) =>
    places.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  )

describe.each(['organic', 'hierarchy', 'concentric'] as const)('%s', (kind) => {
  it('keeps nodes apart, and is the same each time', () => {
    const places = arrange(task(kind))
    expect(places).toHaveLength(13)
    expect(Math.min(...distances(places))).toBeGreaterThan(40)
    expect(arrange(task(kind))).toEqual(places)
  })

  it('leaves what has its place, and puts the new beside what they are tied to', () => {
    const before = arrange(task(kind)).slice(0, 10)
    const after = arrange(task(kind, before))
    expect(after.slice(0, 10)).toEqual(before)
    expect(Math.min(...distances(after))).toBeGreaterThan(30)
  })

  it('takes none and one', () => {
    expect(arrange({ id: 1, kind, nodes: [], links: [] })).toEqual([])
    expect(arrange({ id: 1, kind, nodes: [{ isSeed: false, place: undefined }], links: [] })).toHaveLength(1)
  })
})

it('has rows by distance from the seed, and rings', () => {
  const rows = arrange(task('hierarchy')).map(({ y }) => y)
  expect(new Set(rows.slice(1, 10)).size).toBe(1)
  expect(rows[0]).toBeLessThan(rows[1] ?? 0)
  expect(rows[1]).toBeLessThan(rows[10] ?? 0)
  const rings = arrange(task('concentric')).map(({ x, y }) => Math.round(Math.hypot(x, y) / 10))
  expect(rings[0]).toBe(0)
  expect(new Set(rings.slice(1, 10)).size).toBe(1)
  expect(rings[1]).toBeLessThan(rings[10] ?? 0)
})
