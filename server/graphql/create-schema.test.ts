import { readFileSync } from 'node:fs'
import {
  type DocumentNode,
  type GraphQLInterfaceType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import * as generated from '../../web/graphql/generated/graphql.ts'
import { createSchema } from './create-schema.ts'
import { limitRules } from './limits.ts'

const schema = createSchema()

describe('the schema', () => {
  it('has a resolver for every way in', () => {
    for (const root of [schema.getQueryType(), schema.getMutationType()])
      for (const field of Object.values(root?.getFields() ?? {}))
        expect(field.resolve, field.name).toBeDefined()
    for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {}))
      expect(field.subscribe, field.name).toBeDefined()
  })

  it('gives every thing that has an id of its own a node', () => {
    const nodes = schema
      .getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType)
      .map(({ name }) => name)
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name === 'Person') continue
      if (type.getFields().id) expect(nodes).toContain(type.name)
    }
  })
})

describe('the limits', () => {
  const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document'))

  it.each(documents)('let the console ask %s', (_, document) => {
    expect(validate(schema, document as DocumentNode, limitRules)).toEqual([])
  })

  it('are held against documents', () => {
    expect(documents.length).toBeGreaterThan(5)
  })
})

describe('docs/api.md', () => {
  const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
  // As curl sends them: `-d @-` leaves out the line ends.
  const bodies = [...text.matchAll(/^ {2}-d '(.*)'$|<<'JSON'\n([\s\S]*?)\nJSON$/gm)].map(
    ([, inline, here]) => JSON.parse((inline ?? here ?? '').replaceAll('\n', '')) as { query: string },
  )
  const subscription = /subscription \{.*\} \}/.exec(text)?.[0] ?? ''

  it.each([...bodies.map(({ query }) => query), subscription])('may be copied: %.50s', (query) => {
    expect(validate(schema, parse(query), [...specifiedRules, ...limitRules])).toEqual([])
  })

  it('has examples', () => {
    expect(bodies.length).toBeGreaterThanOrEqual(5)
  })
})
