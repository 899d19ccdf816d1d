import { buildSchema, graphql } from 'graphql'
import { describe, expect, it } from 'vitest'
import { type WantedParts, wantedParts } from './wanted-parts.ts'

const schema = buildSchema(`
  type Query { events: Connection }
  type Connection { edges: [Edge] stats: Int }
  type Edge { node: Event }
  type Event { id: ID raw: String message: String kind: String severity: Int made: String detections: [String] fields(names: [String!]): String }
`)

async function wanted(selection: string, rest = ''): Promise<WantedParts | undefined> {
  let parts: WantedParts | undefined
  const rootValue = {
    events: (_: unknown, _context: unknown, info: Parameters<typeof wantedParts>[0]) => {
      parts = wantedParts(info)
      return { edges: [] }
    },
  }
  const used = ['$names: [String!] = ["a.b"]', '$no: Boolean = false'].filter((variable) =>
    selection.includes(variable.split(':')[0] ?? ''),
  )
  const variables = used.length > 0 ? `(${used.join(', ')})` : ''
  const source = `query${variables} { events { ${selection} } } ${rest}`
  const { errors } = await graphql({ schema, source, rootValue })
  expect(errors).toBeUndefined()
  return parts
}

describe('wantedParts', () => {
  it.each([
    ['stats', { raw: false, message: false, detections: false, fields: new Set() }],
    ['edges { node { id raw } }', { raw: true, message: false, detections: false, fields: new Set() }],
    [
      'edges { node { kind severity } } more: edges { node { message } }',
      { raw: false, message: true, detections: false, fields: new Set(['event.kind', 'event.severity']) },
    ],
    [
      'edges { node { fields(names: ["x", "y"]) } }',
      { raw: false, message: false, detections: false, fields: new Set(['x', 'y']) },
    ],
    [
      'edges { node { fields(names: $names) } }',
      { raw: false, message: false, detections: false, fields: new Set(['a.b']) },
    ],
    [
      'edges { node { fields(names: ["user", "src_ip"]) } }',
      { raw: false, message: false, detections: false, fields: new Set(['user.name', 'user', 'source.ip']) },
    ],
    [
      'edges { node { fields(names: []) } }',
      { raw: false, message: false, detections: false, fields: new Set() },
    ],
    [
      'edges { node { fields(names: null) } }',
      { raw: false, message: false, detections: false, fields: 'all' },
    ],
    ['edges { node { kind fields } }', { raw: false, message: false, detections: false, fields: 'all' }],
    ['edges { node { detections raw } }', { raw: true, message: false, detections: true, fields: new Set() }],
    ['edges { node { made } }', { raw: false, message: false, detections: false, fields: 'all' }],
    ['edges { ... { node { raw } } }', { raw: true, message: false, detections: false, fields: new Set() }],
    [
      'edges { node { raw @skip(if: true) kind } }',
      { raw: false, message: false, detections: false, fields: new Set(['event.kind']) },
    ],
    [
      'edges { node { raw @skip(if: $no) fields @include(if: $no) } }',
      { raw: true, message: false, detections: false, fields: new Set() },
    ],
    [
      'edges { node { ... @include(if: $no) { raw } message } }',
      { raw: false, message: true, detections: false, fields: new Set() },
    ],
  ])('of %s', async (selection, parts) => {
    expect(await wanted(selection)).toEqual(parts)
  })

  it('looks into fragments', async () => {
    const rest = 'fragment E on Edge { node { ...N } } fragment N on Event { kind raw }'
    expect(await wanted('edges { ...E }', rest)).toEqual({
      ...{ raw: true, message: false, detections: false, fields: new Set(['event.kind']) },
    })
  })
})
