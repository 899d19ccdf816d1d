import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createSchema } from '../../server/graphql/create-schema.ts'
import { limitRules } from '../../server/graphql/limits.ts'
import { questionsOf } from './questions.ts'

const tenants = [
  { tenantId: '01900000-0000-7000-8000-000000000001', slug: 'large' },
  { tenantId: '01900000-0000-7000-8000-000000000002', slug: 'small' },
]
const questions = questionsOf({ tenants, day: { from: 6, to: 7 }, week: { from: 0, to: 7 } })

describe('the questions of the search bench', () => {
  it('are sixteen, three of them about all tenants', () => {
    expect(new Set(questions.map(({ name }) => name)).size).toBe(16)
    const askedOf = questions.map(({ variables }) => (variables.tenants as string[]).join())
    expect(askedOf.filter((slugs) => slugs === 'large,small')).toHaveLength(3)
    expect(askedOf.filter((slugs) => slugs === 'large')).toHaveLength(13)
  })

  it('are what the server takes', () => {
    const schema = createSchema()
    for (const { query } of questions) {
      expect(validate(schema, parse(query))).toEqual([])
      expect(validate(schema, parse(query), limitRules)).toEqual([])
    }
  })
})
