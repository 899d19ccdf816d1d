import { describe, expect, it } from 'vitest'
import { axisTicks } from './axis-ticks.ts'

const NOON = Date.UTC(2026, 0, 31, 12)
const labels = (length: number, width = 600) =>
  axisTicks({ from: NOON, to: NOON + length }, width, 'utc').map(({ label }) => label)

describe('axisTicks', () => {
  it('stands at round moments, from years down to parts of a second', () => {
    expect(labels(3_650 * 86_400_000)[0]).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(labels(86_400_000)).toEqual(['12:00', '18:00', '02-01', '06:00'])
    expect(labels(3_600_000)).toEqual(['12:00', '12:10', '12:20', '12:30', '12:40', '12:50'])
    expect(labels(1_000)).toEqual(['12:00:00.0', '12:00:00.2', '12:00:00.4', '12:00:00.6', '12:00:00.8'])
  })

  it('never has more labels than room', () => {
    for (let length = 1_000; length < 4e11; length *= 1.7)
      for (const width of [1, 120, 900, 1_900])
        expect(labels(length, width).length).toBeLessThanOrEqual(Math.ceil(width / 96) + 1)
  })
})
