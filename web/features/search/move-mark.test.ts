import { expect, it } from 'vitest'
import { type Mark, moveMark } from './move-mark.ts'

const extent = { rows: 100, columns: 3, page: 10 }
const row = (at: number): Mark => ({ row: at, column: undefined })

it.each([
  [row(0), 'ArrowDown', row(1)],
  [row(99), 'ArrowDown', row(99)],
  [row(0), 'ArrowUp', { row: -1, column: 0 }],
  [{ row: -1, column: 2 }, 'ArrowDown', { row: 0, column: 2 }],
  [{ row: -1, column: 0 }, 'ArrowLeft', { row: -1, column: 0 }],
  [row(4), 'PageUp', row(0)],
  [row(4), 'PageDown', row(14)],
  [row(4), 'End', row(99)],
  [row(4), 'Home', row(0)],
  [row(4), 'ArrowRight', { row: 4, column: 0 }],
  [{ row: 4, column: 2 }, 'ArrowRight', { row: 4, column: 2 }],
  [{ row: 4, column: 0 }, 'ArrowLeft', row(4)],
  [row(4), 'ArrowLeft', row(4)],
])('%j, %s', (mark, key, next) => {
  expect(moveMark(mark, key, extent)).toEqual(next)
})

it('leaves other keys alone', () => {
  expect(moveMark(row(0), 'constructor', extent)).toBeUndefined()
})
