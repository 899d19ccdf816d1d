import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignalMap } from '#core/signals/signals'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const LINE = 'LOCK|front|opened by|mira'
const PARSERS = `query($tenant: ID!) { parsers(tenant: $tenant) {
  name forAll version description definition samples savedBy { id } history { version definition } } }`
const SAVE = `mutation($input: SaveParserInput!) { saveParser(input: $input) {
  parser { name version forAll } userErrors { code message field } } }`
const RETIRE = `mutation($input: RetireParserInput!) { retireParser(input: $input) { name userErrors { code } } }`
const TEST = `query($tenant: ID!, $definition: String!, $lines: [String!]) {
  testParser(tenant: $tenant, definition: $definition, lines: $lines) {
    mistakes { line message } readings { line took parser time fields } } }`

let world: GraphqlWorld
let analyst: string
let reader: string
let theirs: string

beforeAll(async () => {
  world = await graphqlWorld()
  ;[analyst, reader, theirs] = await Promise.all([
    world.token('ours', 'analyst'),
    world.token('ours', 'reader'),
    world.token('theirs', 'admin'),
  ])
})
afterAll(() => world.close())

function definitionOf(name: string, description = 'Door locks'): string {
  return `name: ${name}
description: ${description}
when: {prefix: "LOCK|"}
pattern:
  grok: 'LOCK\\|%{WORD:door}\\|opened by\\|%{WORD:user.name}'
samples:
  - ${LINE}
`
}

describe('parsers that people wrote', () => {
  it('are saved, listed with their history, and retired, in their tenant alone', async () => {
    const heard: SignalMap['parsersChanged'][] = []
    const stop = world.signals.subscribe('parsersChanged', (body) => heard.push(body))
    const first = { tenant: 'ours', definition: definitionOf('door-lock'), basedOn: 0 }
    expect((await world.ask(analyst, SAVE, { input: first })).data).toEqual({
      saveParser: { parser: { name: 'door-lock', version: 1, forAll: false }, userErrors: [] },
    })
    await expect.poll(() => heard).toEqual([{ tenantId: world.ours.tenantId }])
    stop()
    const second = { tenant: 'ours', definition: definitionOf('door-lock', 'All locks'), basedOn: 1 }
    await world.ask(analyst, SAVE, { input: second })
    expect((await world.ask(reader, PARSERS, { tenant: 'ours' })).data).toEqual({
      parsers: [
        {
          ...{
            name: 'door-lock',
            forAll: false,
            version: 2,
            description: 'All locks',
            samples: [LINE],
            savedBy: null,
          },
          definition: second.definition,
          history: [{ version: 1, definition: first.definition }],
        },
      ],
    })
    expect((await world.ask(theirs, PARSERS, { tenant: 'theirs' })).data).toEqual({ parsers: [] })

    const stale = await world.ask(analyst, SAVE, { input: { ...second, basedOn: 1 } })
    expect(stale.data).toMatchObject({ saveParser: { parser: null, userErrors: [{ code: 'CONFLICT' }] } })
    const retired = await world.ask(analyst, RETIRE, { input: { tenant: 'ours', name: 'door-lock' } })
    expect(retired.data).toEqual({ retireParser: { name: 'door-lock', userErrors: [] } })
    expect((await world.ask(reader, PARSERS, { tenant: 'ours' })).data).toEqual({ parsers: [] })
  })

  it('are written by analysts of the tenant', async () => {
    const definition = definitionOf('badge')
    for (const [token, code] of [
      [reader, 'FORBIDDEN'],
      [theirs, 'NOT_FOUND'],
    ] as const) {
      const saved = await world.ask(token, SAVE, { input: { tenant: 'ours', definition } })
      expect(saved.data).toMatchObject({ saveParser: { parser: null, userErrors: [{ code }] } })
      const retired = await world.ask(token, RETIRE, { input: { tenant: 'ours', name: 'badge' } })
      expect(retired.data).toEqual({ retireParser: { name: null, userErrors: [{ code }] } })
    }
    const nobody = await world.ask(undefined, SAVE, { input: { tenant: 'ours', definition } })
    expect(nobody.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const foreign = await world.ask(theirs, PARSERS, { tenant: 'ours' })
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    const tried = await world.ask(theirs, TEST, { tenant: 'ours', definition })
    expect(tried.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('for all take the right to all tenants of the organization', async () => {
    const input = { tenant: 'theirs', definition: definitionOf('gate'), forAll: true }
    const refused = await world.ask(theirs, SAVE, { input })
    expect(refused.data).toMatchObject({ saveParser: { userErrors: [{ code: 'FORBIDDEN' }] } })
    expect((await world.ask(reader, PARSERS, { tenant: 'ours' })).data).toEqual({ parsers: [] })
  })

  it('are not saved with mistakes, which are told by line', async () => {
    const definition = definitionOf('door-lock').replace('%{WORD:door}', '%{NOSUCH:door}')
    const answer = await world.ask(analyst, SAVE, { input: { tenant: 'ours', definition } })
    expect(answer.data).toEqual({
      saveParser: {
        parser: null,
        userErrors: [
          {
            code: 'BAD_USER_INPUT',
            message: expect.stringMatching(/^line \d+: .*NOSUCH/),
            field: ['input', 'definition'],
          },
        ],
      },
    })
    const taken = { tenant: 'ours', definition: definitionOf('sshd') }
    expect((await world.ask(analyst, SAVE, { input: taken })).data).toMatchObject({
      saveParser: {
        userErrors: [{ message: expect.stringMatching(/^line 1: name: sshd is a parser that comes/) }],
      },
    })
  })
})

describe('testParser', () => {
  it('says what a definition makes of lines, and what others make of the rest', async () => {
    const lines = [LINE, '<38>Nov 23 10:00:00 web01 sshd[4711]: Invalid user x from 203.0.113.9 port 4711']
    const answer = await world.ask(reader, TEST, { tenant: 'ours', definition: definitionOf('lock'), lines })
    expect(answer.data).toMatchObject({
      testParser: {
        mistakes: [],
        readings: [
          {
            line: LINE,
            took: true,
            parser: 'lock@1',
            time: null,
            fields: { 'user.name': 'mira', door: 'front' },
          },
          {
            took: false,
            parser: expect.stringMatching(/^sshd@/),
            time: expect.stringContaining('T10:00:00'),
          },
        ],
      },
    })
    expect((await world.ask(reader, PARSERS, { tenant: 'ours' })).data).toEqual({ parsers: [] })
  })

  it('tells mistakes by line', async () => {
    const answer = await world.ask(reader, TEST, { tenant: 'ours', definition: 'name: lock\npattern: {}' })
    expect(answer.data).toMatchObject({
      testParser: { mistakes: expect.arrayContaining([expect.objectContaining({ line: 2 })]), readings: [] },
    })
  })

  it('takes only so much at once', async () => {
    const lines = [LINE.repeat(10_000)]
    const answer = await world.ask(reader, TEST, { tenant: 'ours', definition: definitionOf('lock'), lines })
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

it('packagedParsers are told by what they read', async () => {
  const { data } = await world.ask(reader, '{ packagedParsers { name reads } }')
  expect(data).toMatchObject({
    packagedParsers: expect.arrayContaining([{ name: 'sshd', reads: expect.stringMatching(/\w+/) }]),
  })
})
