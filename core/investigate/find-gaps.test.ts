import { expect, it } from 'vitest'
import { findGaps } from './find-gaps.ts'

const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, place) => from + place * step)

it('finds where a steady source was silent, at the end too', () => {
  expect(findGaps(numbers(0, 50), 50)).toEqual([])
  expect(findGaps([...numbers(0, 20), ...numbers(30, 50)], 50)).toEqual([{ from: 20, to: 30 }])
  expect(findGaps([...numbers(0, 20), ...numbers(30, 50)], 60)).toEqual([
    { from: 20, to: 30 },
    { from: 50, to: 60 },
  ])
})

it('measures silence by what is usual for the source', () => {
  const hourly = numbers(0, 200, 10)
  expect(findGaps(hourly, 200)).toEqual([])
  const late = [...hourly, ...numbers(215, 400, 10)]
  expect(findGaps(late, 400)).toEqual([])
  expect(findGaps([...hourly, ...numbers(240, 400, 10)], 400)).toEqual([{ from: 191, to: 240 }])
})

it('says nothing of short breaks, of a source that may be new, and of one that hardly sends', () => {
  expect(findGaps([...numbers(0, 20), ...numbers(22, 50)], 51)).toEqual([])
  expect(findGaps(numbers(60, 100), 100)).toEqual([])
  expect(findGaps([0, 1, 2, 3, 90, 91], 100)).toEqual([])
  expect(findGaps([], 100)).toEqual([])
})
