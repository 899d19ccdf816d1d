import { describe, expect, it } from 'vitest'
import { toDocument } from './to-document.ts'

const json = (fields: Parameters<typeof toDocument>[0]): unknown =>
  JSON.parse(JSON.stringify(toDocument(fields)))

describe('toDocument', () => {
  it('nests dotted names', () => {
    expect(
      json({ 'source.ip': '10.0.0.7', 'source.port': 22, message: 'x', 'event.category': ['web'] }),
    ).toEqual({
      source: { ip: '10.0.0.7', port: 22 },
      message: 'x',
      event: { category: ['web'] },
    })
  })

  it('keeps a value and the names it is the beginning of, in whatever order they come', () => {
    const expected = { host: 'a', 'host.name': 'b', 'host.os.type': 'c' }
    expect(json({ host: 'a', 'host.name': 'b', 'host.os.type': 'c' })).toEqual(expected)
    expect(json({ 'host.os.type': 'c', 'host.name': 'b', host: 'a' })).toEqual(expected)
    expect(json({ 'a.b': 1, 'a.b.c': 2 })).toEqual({ a: { b: 1, 'b.c': 2 } })
    expect(json({ 'a-b': 1, 'a.b': 2, a: 3 })).toEqual({ 'a-b': 1, a: 3, 'a.b': 2 })
  })

  it('knows no special names', () => {
    const fields = Object.create(null)
    fields['__proto__.polluted'] = true
    fields['constructor.name'] = 'x'
    expect(JSON.stringify(toDocument(fields))).toBe(
      '{"__proto__":{"polluted":true},"constructor":{"name":"x"}}',
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('keeps empty parts of names apart', () => {
    expect(json({ 'a..b': 1, 'a.': 2 })).toEqual({ a: { '': 2, '.b': 1 } })
  })
})
