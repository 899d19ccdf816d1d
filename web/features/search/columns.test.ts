import { expect, it } from 'vitest'
import {
  formatColumns,
  moveColumn,
  parseColumns,
  resizeColumn,
  toggleColumn,
  USUAL_COLUMNS,
} from './columns.ts'

const fields = (columns: readonly { field: string }[]) => columns.map(({ field }) => field)

it('survives the address bar, with any name', () => {
  for (const text of ['host.name,source.ip~200', 'a%2Cb,c%7Ed~90', '__proto__,constructor'])
    expect(formatColumns(parseColumns(text))).toBe(text)
})

it('falls back to the usual ones, and bounds what a link may ask', () => {
  for (const text of ['', ',,', '%E0%A4%A']) expect(parseColumns(text)).toEqual(USUAL_COLUMNS)
  expect(parseColumns('a~99999,a~1')).toEqual([{ field: 'a', width: 44 }])
  expect(parseColumns(Array.from({ length: 500 }, (_, n) => `f${n}`).join(','))).toHaveLength(40)
})

it('adds before the message, and keeps one column', () => {
  expect(fields(toggleColumn(parseColumns('host.name,message'), 'source.ip'))).toEqual([
    'host.name',
    'source.ip',
    'message',
  ])
  expect(fields(toggleColumn(parseColumns('host.name,message'), 'message'))).toEqual(['host.name'])
  expect(fields(toggleColumn(parseColumns('host.name'), 'host.name'))).toEqual(['host.name'])
})

it('moves and resizes within bounds', () => {
  const columns = parseColumns('a,b,c')
  expect(fields(moveColumn(columns, 'c', -1))).toEqual(['a', 'c', 'b'])
  expect(moveColumn(columns, 'a', -1)).toBe(columns)
  expect(moveColumn(columns, 'none', 1)).toBe(columns)
  expect(resizeColumn(columns, 'b', -5)[1]).toEqual({ field: 'b', width: 44 })
})
