import { describe, expect, it } from 'vitest'
import type { Lane, Thing, TimelineEvent } from './lane.ts'
import { laneLabels } from './lane-labels.ts'
import { type Frame, lanePaths } from './lane-paths.ts'
import { type Mark, markAt, markPaths, placeMarks } from './place-marks.ts'
import { extentOf, nextThing, thingAt } from './walk-lane.ts'

const FRAME: Frame = { span: { from: 0, to: 1_000_000 }, width: 1_000, pitch: 36 }
const bucket = (from: number, count: number, severity = 10, suspected = 0): Thing => ({
  ...{ from, to: from + 10_000, count, severity, suspected },
})
const single = (at: number, message: string, severity = 10): Thing => ({
  ...{ from: at, to: at, count: 1, severity, suspected: 0 },
  event: {
    ...{ id: `${at}`, time: new Date(at).toISOString(), severity, outcome: null, category: [] },
    ...{ message, raw: '', fields: {}, tenant: { id: 't', slug: 'ours', name: 'Ours', code: 'OU', hue: 1 } },
  } as TimelineEvent,
})
const lane = (...things: Thing[]): Lane => ({
  ...{ key: 'k', name: 'web01', value: 'web01', site: '', count: 0, severity: 0, suspected: 0 },
  things,
})
const figures = (path: string | undefined) => (path?.match(/M/g) ?? []).length

describe('lanePaths', () => {
  it('draws density as height, the fullest the tallest, and the smallest still seen', () => {
    const { levels } = lanePaths([lane(bucket(0, 1_000_000), bucket(500_000, 1))], FRAME)
    expect(levels.informational).toBe('M0 17h9v18h-9zM500 33h9v2h-9z')
  })

  it('has a path for each level, however many lanes and buckets', () => {
    const lanes = Array.from({ length: 51 }, (_, one) =>
      lane(
        ...Array.from({ length: 100 }, (_, two) => bucket(two * 10_000, 1 + two, (one * two) % 100, two % 2)),
      ),
    )
    const { levels, suspected } = lanePaths(lanes, FRAME)
    expect(Object.keys(levels).length).toBe(5)
    expect(Object.values(levels).reduce((sum, path) => sum + figures(path), 0)).toBe(5_100)
    expect(figures(suspected)).toBe(2_550)
  })

  it('leaves out what is not in sight', () => {
    const near = { ...FRAME, span: { from: 100_000, to: 200_000 } }
    expect(lanePaths([lane(bucket(0, 1), bucket(200_000, 1))], near)).toEqual({ levels: {}, suspected: '' })
  })

  it('turns ticks into dots, and dots into labels, as events come apart', () => {
    const events = lane(
      ...Array.from({ length: 500 }, (_, n) => single(n * 2_000, 'somebody logged in from far away')),
    )
    expect(lanePaths([events], FRAME).levels.informational).toContain('h2v13')
    expect(laneLabels([events], FRAME)).toEqual([])
    const nearer = { ...FRAME, span: { from: 0, to: 100_000 } }
    expect(lanePaths([events], nearer).levels.informational).toContain('a4 4')
    expect(laneLabels([events], nearer)).toEqual([])
    const nearest = { ...FRAME, span: { from: 0, to: 9_000 } }
    const labels = laneLabels([events], nearest)
    expect(labels.map(({ id }) => id)).toEqual(['0', '2000', '4000', '6000', '8000'])
    for (const { text } of labels) expect(text).toMatch(/^somebody log.*…$/)
  })
})

describe('marks', () => {
  const mark = (from: number, to: number, lane: number | null, level: Mark['level'] = 'high') =>
    ({ lane, level, from: new Date(from).toISOString(), to: new Date(to).toISOString() }) as Mark

  it('stand above their lane, from the edge where they began before it', () => {
    const near = { ...FRAME, span: { from: 500_000, to: 1_000_000 } }
    const placed = placeMarks([mark(0, 600_000, 1), mark(0, 400_000, 1), mark(750_000, 750_000, null)], near)
    expect(placed.map(({ x, lane }) => [x, lane])).toEqual([[0, 1]])
    const { shapes, hairlines } = markPaths(placed, 36)
    expect(shapes.high).toMatch(/^M0 43/)
    expect(hairlines).toBe('M0 48V71')
  })

  it('are found by the pointer, the nearest first', () => {
    const placed = placeMarks([mark(100_000, 100_000, 0), mark(106_000, 106_000, 0, 'low')], FRAME)
    expect(markAt(placed, 105, 0)?.mark.level).toBe('low')
    expect(markAt(placed, 101, 0)?.mark.level).toBe('high')
    expect(markAt(placed, 101, 1)).toBeUndefined()
    expect(markAt(placed, 140, 0)).toBeUndefined()
  })
})

describe('walking', () => {
  const events = lane(single(10, 'a'), single(20, 'b'), single(40, 'c'))

  it('goes from one to the next, and ends', () => {
    expect(nextThing(events, 10, 1)?.from).toBe(20)
    expect(nextThing(events, 40, 1)).toBeUndefined()
    expect(nextThing(events, 40, -1)?.from).toBe(20)
    expect(nextThing(events, 10, -1)).toBeUndefined()
  })

  it('finds what is under a moment, or near it', () => {
    expect(thingAt(events, 20, 0)?.from).toBe(20)
    expect(thingAt(events, 33, 10)?.from).toBe(40)
    expect(thingAt(events, 30, 5)).toBeUndefined()
    expect(thingAt(lane(bucket(0, 5)), 9_999, 0)?.count).toBe(5)
    expect(thingAt(lane(bucket(0, 5)), 10_000, 0)).toBeUndefined()
  })

  it('knows from when to when there is anything', () => {
    expect(extentOf([events, lane(bucket(30, 1)), lane()])).toEqual({ from: 10, to: 10_030 })
    expect(extentOf([lane()])).toBeUndefined()
  })
})
