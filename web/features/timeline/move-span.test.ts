import { describe, expect, it } from 'vitest'
import { fitSpan, panSpan, zoomSpan } from './move-span.ts'

const DAY = 86_400_000
const span = { from: 10 * DAY, to: 20 * DAY }

describe('zoomSpan', () => {
  it('keeps the moment under the pointer where it is', () => {
    const near = zoomSpan(span, 0.5, 12 * DAY)
    expect(near).toEqual({ from: 11 * DAY, to: 16 * DAY })
    expect((12 * DAY - near.from) / (near.to - near.from)).toBe(0.2)
  })

  it('goes from a year to a second and stops there', () => {
    let now = { from: 0, to: 365 * DAY }
    for (let turn = 0; turn < 60; turn++) now = zoomSpan(now, 0.5, 100 * DAY)
    expect(now.to - now.from).toBe(1_000)
    expect(now.from).toBeLessThanOrEqual(100 * DAY)
    expect(now.to).toBeGreaterThanOrEqual(100 * DAY)
    for (let turn = 0; turn < 60; turn++) now = zoomSpan(now, 2, 100 * DAY)
    expect(now).toEqual({ from: 0, to: 3_650 * DAY })
  })

  it('holds an end where the moment lies outside', () => {
    expect(zoomSpan(span, 0.5, 0)).toEqual({ from: 10 * DAY, to: 15 * DAY })
  })
})

it('moves by a part of its length, not before 1970', () => {
  expect(panSpan(span, 0.5)).toEqual({ from: 15 * DAY, to: 25 * DAY })
  expect(panSpan(span, -3)).toEqual({ from: 0, to: 10 * DAY })
})

it('fits around a single moment', () => {
  expect(fitSpan({ from: 5_000, to: 5_000 })).toEqual({ from: 4_500, to: 5_500 })
  expect(fitSpan({ from: 100_000, to: 200_000 })).toEqual({ from: 98_000, to: 202_000 })
})
