import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RANGE } from '../../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../../e2e/testkit/login-world.ts'

const RULE = `title: Failed logins of root
logsource:
  category: authentication
detection:
  selection:
    user.name: root
    event.outcome: failure
  condition: selection
`
const filter = { query: RULE, range: RANGE }

let world: LoginWorld
let ours: string
let theirs: string

beforeAll(async () => {
  world = await loginWorld()
  ours = await world.token('ours', 'analyst')
  theirs = world.tokens.theirs
})
afterAll(() => world.close())

describe('a SIGMA rule instead of a search', () => {
  it('is asked of the tenants named, by every question that takes a filter', async () => {
    const query = `query($filter: EventFilter!) {
      events(tenants: ["ours"], filter: $filter, first: 2) { totalCount edges { node { raw fields tenant { slug } } } }
      eventHistogram(tenants: ["ours"], filter: $filter) { total }
      fieldValues(tenants: ["ours"], filter: $filter, field: "whose.name") { value count }
      eventFacets(tenants: ["ours"], filter: $filter, fields: ["user"]) { values { value count } }
      patterns(tenants: ["ours"], filter: $filter) { count example { tenant { slug } } } }`
    const { data, errors } = await world.ask(ours, query, { filter })
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      events: {
        totalCount: 5,
        edges: [
          { node: { raw: 'login of root number 9', fields: { 'whose.name': 'ours' } } },
          { node: { raw: 'login of root number 7', tenant: { slug: 'ours' } } },
        ],
      },
      eventHistogram: { total: 5 },
      fieldValues: [{ value: 'ours', count: 5 }],
      eventFacets: [{ values: [{ value: 'root', count: 5 }] }],
      patterns: [{ count: 5, example: { tenant: { slug: 'ours' } } }],
    })
    const foreign = await world.ask(theirs, query, { filter })
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('may have commands behind it', async () => {
    const query = 'query($filter: EventFilter!) { stats(tenants: ["ours"], filter: $filter) { rows } }'
    const asked = (commands: string) =>
      world.ask(ours, query, { filter: { ...filter, query: `${RULE}${commands}` } })
    expect((await asked('| stats count by whose.name')).data).toEqual({ stats: { rows: [['ours', 5]] } })
    const fenced = { ...filter, query: `\`\`\`yaml\n${RULE}\`\`\`\n| stats count by whose.name` }
    expect((await world.ask(ours, query, { filter: fenced })).data).toEqual({
      stats: { rows: [['ours', 5]] },
    })
    expect((await asked('| stat count')).errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_SYNTAX',
      from: RULE.length + 2,
    })
  })

  it('is explained, saved, and not completed', async () => {
    const query = `query($query: String!) { explainSearch(query: $query) { scans reads slow { condition } }
      completeSearch(text: $query, cursor: 9) { suggestions { text } } }`
    expect((await world.ask(ours, query, { query: RULE })).data).toMatchObject({
      explainSearch: { scans: 'all', slow: [{ condition: 'SIGMA rule' }] },
      completeSearch: { suggestions: [] },
    })
    const save =
      'mutation($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { query } userErrors { code } } }'
    const long = `${RULE}description: ${'x'.repeat(5_000)}\n`
    const input = { tenant: 'ours', name: 'rule', range: '24h', query: long }
    expect((await world.ask(ours, save, { input })).data).toMatchObject({
      saveSearch: { savedSearch: { query: long } },
    })
    const text = { ...input, query: 'x'.repeat(5_000) }
    expect((await world.ask(ours, save, { input: text })).data).toMatchObject({
      saveSearch: { userErrors: [{ code: 'BAD_USER_INPUT' }] },
    })
  })

  it.each([
    ['title: T\nlogsource:\n  category: x\n', 'QUERY_SYNTAX', 'the rule has no detection'],
    [RULE.replace('user.name: root', "user.name|expand: '%admins%'"), 'QUERY_SYNTAX', '%admins%'],
    [`${RULE}| stats count`, 'QUERY_SYNTAX', 'There are no pipes here'],
    [`${RULE}description: ${'x'.repeat(70_000)}`, 'BAD_USER_INPUT', '65536'],
  ])('says what is wrong with it', async (query, code, message) => {
    const { errors } = await world.ask(
      ours,
      'query($filter: EventFilter!) { events(tenants: ["ours"], filter: $filter) { totalCount } }',
      { filter: { ...filter, query } },
    )
    expect(errors?.[0]?.extensions.code).toBe(code)
    expect(errors?.[0]?.message ?? '').toContain(message)
  })
})

it('a rule of thousands of patterns is answered', async () => {
  const patterns = Array.from({ length: 3_000 }, (_, n) => `      - 'a*${n}?b*'`)
  const query = RULE.replace('user.name: root', `user.name:\n      - root\n${patterns.join('\n')}`)
  const answer = await world.ask(
    ours,
    'query($filter: EventFilter!) { events(tenants: ["ours"], filter: $filter) { totalCount } }',
    { filter: { ...filter, query } },
  )
  expect(answer.data).toEqual({ events: { totalCount: 5 } })
})

describe('hitsByTenant', () => {
  const query = `query($tenants: [ID!], $filter: EventFilter!) { hitsByTenant(tenants: $tenants, filter: $filter) {
    rows { tenant { slug } count firstSeen lastSeen hosts { distinct } users { distinct values { value count } } addresses { distinct } }
    stats { rowsRead } } }`

  it('has a row for each tenant that one may see, and for no other', async () => {
    for (const [token, slug] of [
      [ours, 'ours'],
      [theirs, 'theirs'],
    ] as const) {
      expect((await world.ask(token, query, { filter })).data).toEqual({
        hitsByTenant: {
          rows: [
            {
              ...{ tenant: { slug }, count: 5, hosts: { distinct: 0 }, addresses: { distinct: 0 } },
              firstSeen: '2026-01-31T12:01:00.000000001Z',
              lastSeen: '2026-01-31T12:09:00.000000009Z',
              users: { distinct: 1, values: [{ value: 'root', count: 5 }] },
            },
          ],
          stats: { rowsRead: 10 },
        },
      })
    }
    const foreign = await world.ask(ours, query, { tenants: ['ours', 'theirs'], filter })
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await world.ask(undefined, query, { filter })).status).toBe(401)
  })

  it('takes a search as well, and says where nothing is', async () => {
    const none = { ...filter, query: 'user.name:nobody' }
    expect((await world.ask(ours, query, { tenants: ['ours'], filter: none })).data).toMatchObject({
      hitsByTenant: { rows: [{ tenant: { slug: 'ours' }, count: 0, firstSeen: null }] },
    })
  })
})
