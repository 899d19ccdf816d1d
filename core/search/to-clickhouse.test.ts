import { describe, expect, it } from 'vitest'
import { detectionFieldOf } from './detection-fields.ts'
import { parseSearch } from './parse-search.ts'
import { SEARCH_FIELDS, storageOf } from './search-fields.ts'
import { toClickHouse } from './to-clickhouse.ts'

function compile(text: string) {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return toClickHouse(parsed.tree, { now: 0n, ofDetections: (condition) => `detected(${condition})` })
}

describe('toClickHouse', () => {
  it('binds every value and every field name', () => {
    const { condition, params } = compile(
      `evil.field:zap1 or "zap2'" or /zap3/ or a.b:[zap4 TO zap5] or x:zap6* or zap7`,
    )
    expect(condition).not.toMatch(/zap|evil/)
    const bound = JSON.stringify(params)
    for (const value of ['zap1', 'zap2', 'zap3', 'zap4', 'zap5', 'zap6', 'zap7', 'evil.field'])
      expect(bound).toContain(value)
    const places = [...condition.matchAll(/\{(\w+):[\w()]+\}/g)].map(([, name]) => name)
    expect(new Set(places)).toEqual(new Set(Object.keys(params)))
  })

  it('holds for all when nothing is searched', () => {
    expect(compile('')).toEqual({ condition: '1', params: {} })
  })

  it('asks the text index for whole words only', () => {
    const words = (text: string) => Object.values(compile(text).params).filter(Array.isArray)
    expect(words('Failed')).toEqual([['failed']])
    expect(words('"failed for root@10.0.0.5"')).toEqual([['failed', 'for', 'root', '10', '0', '5']])
    expect(words('power*shell.exe')).toEqual([['exe']])
    expect(words('*word*')).toEqual([])
    expect(words('müller')).toEqual([])
  })

  it('uses the type of a column', () => {
    expect(compile('source.port:443').condition).toContain('assumeNotNull(source_port) = {')
    expect(compile('source.ip:10.0.0.0/8').condition).toContain('source_ip BETWEEN')
    expect(compile('custom.ip:10.0.0.0/8').condition).toContain('fields[')
  })
})

it('suggests fields that it knows how to look up', () => {
  expect(SEARCH_FIELDS).toContain('user.name')
  const isKnown = (field: string) => storageOf(field).kind !== 'map' || detectionFieldOf(field) !== undefined
  expect(SEARCH_FIELDS.filter((field) => !isKnown(field))).toEqual([])
})
