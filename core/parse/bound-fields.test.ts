import { describe, expect, it } from 'vitest'
import type { Fields } from '../event/event.ts'
import { boundFields } from './bound-fields.ts'
import { createFields } from './create-fields.ts'

const LONG = 'x'.repeat(300_000)

function bounded(given: Record<string, unknown>, raw = LONG, allowed?: readonly string[]): Fields {
  const fields = Object.assign(createFields(), given)
  boundFields(fields, raw, allowed && { id: 1, allow: (name) => allowed.includes(name) })
  return fields
}

describe('boundFields', () => {
  it('changes nothing of an ordinary event', () => {
    const fields = { 'user.name': 'anna', 'source.port': 22, tags: ['a', 'b'], ok: false, __proto: 'x' }
    expect(bounded(fields)).toEqual(fields)
  })

  it('keeps the first of too many fields, and leaves out names that are too long', () => {
    const many = bounded(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i])))
    expect(Object.keys(many)).toHaveLength(1_201)
    expect(many).toMatchObject({ k0: 0, k1199: 1199, 'nightjar.problem': ['fields_cut'] })
    expect(bounded({ ['n'.repeat(501)]: 1, a: 2 })).toEqual({ a: 2, 'nightjar.problem': ['fields_cut'] })
  })

  it('cuts long texts and lists', () => {
    const {
      text,
      list,
      texts,
      'nightjar.problem': problem,
    } = bounded({
      text: LONG,
      list: Array.from({ length: 5_000 }, (_, i) => i),
      texts: ['a', LONG, 'b'],
    })
    expect(text).toHaveLength(262_144)
    expect(list).toHaveLength(1_000)
    expect((texts as string[]).map(({ length }) => length)).toEqual([1, 262_143])
    expect(problem).toEqual(['values_cut'])
  })

  it('leaves out numbers that are none', () => {
    const fields = bounded({ a: Number.POSITIVE_INFINITY, b: Number.NaN, c: 1 }, 'short')
    expect(fields).toEqual({ c: 1, 'nightjar.problem': ['values_cut'] })
  })

  it('lets no line write in our name', () => {
    const forged = { 'nightjar.suspected_by': 'rule', 'nightjar.problem': 'none', 'nightjar.overflow': '{}' }
    expect(bounded({ ...forged, a: 1 })).toEqual({ a: 1, 'nightjar.problem': ['names_reserved'] })
    expect(bounded({ 'nightjar.problem': ['fields_cut'] })).toEqual({ 'nightjar.problem': ['fields_cut'] })
  })

  it('keeps fields that have no room under their own names in one text', () => {
    const fields = bounded({ a: 1, __proto: 'x', 'b"c': ['d', 2], e: 3 }, 'short', ['a', 'e'])
    expect(fields).toEqual({
      a: 1,
      e: 3,
      'nightjar.overflow': '{"__proto":"x","b\\"c":["d",2]}',
      'nightjar.problem': ['fields_folded'],
    })
  })

  it('bounds that text too, and it stays JSON', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, 'x'.repeat(100)]))
    const { 'nightjar.overflow': text } = bounded(many, 'short', [])
    expect(String(text).length).toBeLessThanOrEqual(8_200)
    expect(Object.keys(JSON.parse(String(text))).length).toBeGreaterThan(50)
  })
})
