import { describe, expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import { entityQuery, narrowSeed, parseEntity } from './entity-query.ts'

const NASTY = ['web01', 'a b', 'CORP\\svc*', '10.0.0.0/8', '"quoted" or x', 'not', '::1', 'x) or (y']

describe('entityQuery', () => {
  it('takes any value literally, in each field of its kind', () => {
    for (const value of NASTY) {
      const asked = conditionsOf(entityQuery({ kind: 'host', value, site: 'berlin "2"' }))
      expect(asked).toEqual(['nightjar.site=berlin "2"', `host.name=${value}`, `observer.name=${value}`])
    }
    expect(conditionsOf(entityQuery({ kind: 'process', value: 'a', site: '' }))).toEqual([
      'nightjar.site=',
      'process.entity_id=a',
    ])
  })

  it('knows no other kinds', () => {
    for (const kind of ['', 'toString', '__proto__', 'nobody'])
      expect(entityQuery({ kind, value: 'x' })).toBeUndefined()
    expect(parseEntity('host:web01')).toEqual({ kind: 'host', value: 'web01' })
    expect(parseEntity('ip:::1')).toEqual({ kind: 'ip', value: '::1' })
    for (const text of [null, '', 'host', 'host:', ':x', 'constructor:x'])
      expect(parseEntity(text)).toBeUndefined()
  })
})

it('keeps to the seed, whatever query comes with it', () => {
  expect(narrowSeed('', ' a or b ')).toBe('a or b')
  expect(narrowSeed('(x)', ' ')).toBe('(x)')
  expect(narrowSeed('(x)', 'a or b')).toBe('(x) and (a or b)')
})

/** Conditions in order, each as field and text; a wildcard shows as <any>. */
function conditionsOf(text: string | undefined): string[] {
  const parsed = parseSearch(text ?? '')
  const found: string[] = []
  const visit = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return
    if ('field' in one && 'pattern' in one) {
      const texts = (one.pattern as { text?: string }[]).map((part) => part.text ?? '<any>')
      found.push(`${one.field}=${texts.join('')}`)
    } else for (const part of Object.values(one)) visit(part)
  }
  visit(parsed)
  return found
}
