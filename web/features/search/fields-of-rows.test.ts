import { expect, it } from 'vitest'
import { fieldsOfRows, fitsName } from './fields-of-rows.ts'

it('counts in how many rows a field is', () => {
  const rows: { fields: Record<string, number> }[] = [
    { fields: { b: 1, a: 2 } },
    { fields: { a: 1 } },
    { fields: { constructor: 1 } },
  ]
  expect(fieldsOfRows(rows)).toEqual([
    { field: 'a', count: 2 },
    { field: 'b', count: 1 },
    { field: 'constructor', count: 1 },
  ])
})

it('finds a name by its pieces', () => {
  expect(fitsName('destination.geo.city_name', 'geo DEST')).toBe(true)
  expect(fitsName('source.geo.city_name', 'geo dest')).toBe(false)
  expect(fitsName('source.ip', '')).toBe(true)
})
