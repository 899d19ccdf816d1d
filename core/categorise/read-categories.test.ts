import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCategories } from './read-categories.ts'

describe('readCategories', () => {
  it('reads single values, lists, ranges and the rest', () => {
    const { table, errors } = readCategories(
      'when: { event.provider: [a, b] }\nby: event.code\nrows:\n  1, 2: { category: web }\n  400-499: { outcome: failure }\n  else: { severity: 5 }\n',
      'x.yml',
    )
    expect(errors).toEqual([])
    expect(table?.when).toEqual([['event.provider', ['a', 'b']]])
    expect(table?.rows.get('2')).toEqual({ category: ['web'] })
    expect(table?.ranges).toEqual([{ from: 400, to: 499, verdict: { outcome: 'failure' } }])
    expect(table?.otherwise).toEqual({ severity: 5 })
  })

  it('reports every mistake with its line', () => {
    const { table, errors } = readCategories(
      'by: event.code\nrows:\n  1: { category: website }\n  2: { severity: 101 }\n  3: { colour: red }\n',
      'x.yml',
    )
    expect(table).toBeUndefined()
    expect(errors.map(({ file, line }) => [file, line])).toEqual([
      ['x.yml', 3],
      ['x.yml', 4],
      ['x.yml', 5],
    ])
  })

  it('reports broken YAML and a row written twice', () => {
    expect(readCategories('by: [', 'x.yml').errors[0]?.line).toBe(1)
    expect(
      readCategories('by: a\nrows:\n  1: { severity: 1 }\n  1: { severity: 2 }\n', 'x.yml').errors[0]?.line,
    ).toBe(4)
    expect(readCategories('', 'x.yml').errors).toHaveLength(1)
  })
})

describe('rules/categories', () => {
  const folder = new URL('../../rules/categories/', import.meta.url)
  it.each(readdirSync(folder).filter((file) => file.endsWith('.yml')))('%s has no mistakes', (file) => {
    const { errors, table } = readCategories(readFileSync(new URL(file, folder), 'utf8'), file)
    expect(errors).toEqual([])
    expect(table?.rows.size || table?.ranges.length || table?.otherwise).toBeTruthy()
  })
})
