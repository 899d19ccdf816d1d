import { expect, it } from 'vitest'
import { ENTITY_KINDS, entitySearch } from './entity-search.ts'

const is = (field: string, text: string) => ({ kind: 'is', field, pattern: [{ text }] })

it('looks in every field where an entity of the kind may stand', () => {
  expect(entitySearch({ kind: 'host', value: 'a*b' })).toEqual({
    kind: 'or',
    nodes: [is('host.name', 'a*b'), is('observer.name', 'a*b')],
  })
  for (const kind of ENTITY_KINDS) expect(entitySearch({ kind, value: 'x' })).toBeDefined()
})

it('keeps to a site, also to the one without a name', () => {
  for (const site of ['hub', ''])
    expect(entitySearch({ kind: 'source', value: 'A', site })).toEqual({
      kind: 'and',
      nodes: [is('nightjar.site', site), { kind: 'or', nodes: [is('nightjar.source', 'A')] }],
    })
})

it('takes entities as the graph spells them', () => {
  const named = { kind: 'and', nodes: [is('user.name', 'mira'), is('user.domain', 'corp')] }
  expect(entitySearch({ kind: 'user', value: 'corp\\mira' })).toMatchObject({
    nodes: expect.arrayContaining([is('user.name', 'corp\\mira'), named]),
  })
  expect(entitySearch({ kind: 'user', value: '\\mira' })).toMatchObject({ nodes: { length: 4 } })
  expect(entitySearch({ kind: 'address', value: '10.0.0.1' })).toEqual(
    entitySearch({ kind: 'ip', value: '10.0.0.1' }),
  )
})

it('knows no other kinds', () => {
  for (const kind of ['', 'constructor', '__proto__', 'HOST'])
    expect(entitySearch({ kind, value: 'x' })).toBeUndefined()
})
