import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  STORY_ADDRESSES as ADDRESSES,
  fillWithStory,
  STORY_RANGE as RANGE,
  STORY_RULE as RULE,
} from '../../../e2e/testkit/fill-with-story.ts'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { createQueryBudget } from '../query-budget.ts'
import { createRights } from '../rights.ts'
import { createGraphService } from './graph-service.ts'

const EDGE = 'subject { kind value } verb object { kind value } count failures suspected firstSeen lastSeen'
const NOBODY = { userId: undefined, person: undefined, apiToken: undefined, organization: '' }

let world: GraphqlWorld
let ours: string
let theirs: string
let alertOf = { ours: '', theirs: '' }

beforeAll(async () => {
  world = await graphqlWorld()
  const [alertOfOurs, alertOfTheirs] = await Promise.all([
    fillWithStory(world, 'ours'),
    fillWithStory(world, 'theirs'),
  ])
  alertOf = { ours: alertOfOurs, theirs: alertOfTheirs }
  ours = await world.token('ours')
  theirs = await world.token('theirs')
})
afterAll(() => world.close())

const host = (value = 'ws-1', tenant = 'ours') => ({ tenant, kind: 'host', value })
const codeOf = async (token: string | undefined, query: string, variables: Record<string, unknown>) =>
  (await world.ask(token, query, variables)).errors?.[0]?.extensions.code

interface Drawn {
  nodes: {
    key: string
    entity: { kind: string; value: string; tenant: { slug: string } }
    isSeed: boolean
    title: string | null
    risk: number
  }[]
  edges: {
    subject: { value: string }
    verb: string
    object: { value: string }
    count: number
    from: string
    to: string
  }[]
  collections: { question: string; entities: number; count: number; of: string }[]
  alerts: { about: string; alert: { ruleTitle: string } }[]
  truncated: boolean
}
const DRAWN = `nodes { key isSeed title detections risk entity { kind value tenant { slug } } }
  edges { from to ${EDGE} } stats { rowsRead bytesRead elapsedMs }`

describe('graph', () => {
  const query = `query($tenants: [ID!]!, $seed: GraphSeed!, $range: TimeRange!, $kinds: [EntityKind!], $limits: GraphLimits) {
    graph(tenants: $tenants, seed: $seed, range: $range, kinds: $kinds, limits: $limits) {
      ${DRAWN} collections { key of question kind entities count suspected } alerts { about alert { ruleTitle } } truncated } }`
  async function draw(variables: Record<string, unknown>, token = ours): Promise<Drawn> {
    const { data, errors } = await world.ask(token, query, { tenants: ['ours'], range: RANGE, ...variables })
    expect(errors).toBeUndefined()
    return (data as { graph: Drawn }).graph
  }
  const valuesOf = ({ nodes }: Drawn) => nodes.map(({ entity }) => `${entity.kind} ${entity.value}`).sort()

  it('shows what lies around an entity, and the edges among all of that', async () => {
    const drawn = await draw({ seed: { entities: [host('Ws-1')] } })
    expect(valuesOf(drawn)).toEqual([
      ...['address 10.0.0.5', 'address 203.0.113.7', 'domain drop.example', 'hash aa11', 'host ws-1'],
      ...['process c:\\windows\\pwsh.exe', `rule ${RULE}`, 'user mira'],
    ])
    expect(drawn.nodes.filter(({ isSeed }) => isSeed).map(({ entity }) => entity.value)).toEqual(['ws-1'])
    expect(drawn.nodes.find(({ entity }) => entity.kind === 'rule')?.title).toBe('Shell of ours')
    expect(drawn.nodes.find(({ entity }) => entity.kind === 'host')).toMatchObject({
      detections: 1,
      risk: 25,
    })
    expect(
      drawn.edges.find(
        ({ verb, subject, object }) =>
          verb === 'logged_on_to' && subject.value === 'mira' && object.value === 'ws-1',
      ),
    ).toMatchObject({
      ...{ count: 5, failures: 2, suspected: 0 },
      ...{ firstSeen: '2026-03-10T12:00:00.000Z', lastSeen: '2026-03-10T12:04:00.000Z' },
    })
    // Between two neighbours.
    expect(drawn.edges).toContainEqual(
      expect.objectContaining({ subject: { kind: 'domain', value: 'drop.example' }, verb: 'resolved' }),
    )
    const keys = new Set(drawn.nodes.map((node) => node.key))
    for (const { from, to } of drawn.edges) expect(keys.has(from) && keys.has(to)).toBe(true)
    const own = drawn.nodes.find(({ isSeed }) => isSeed)
    expect(drawn.alerts).toEqual([{ about: own?.key, alert: { ruleTitle: 'Shell of ours' } }])
    expect(drawn.truncated).toBe(false)
  })

  it('makes one collection of many', async () => {
    const seed = { entities: [{ tenant: 'ours', kind: 'address', value: '::ffff:10.0.0.5' }] }
    const drawn = await draw({ seed })
    expect(drawn.collections).toMatchObject([
      { question: 'peers', kind: 'address', entities: ADDRESSES + 1, count: ADDRESSES + 1 },
    ])
    expect(valuesOf(drawn)).toEqual(['address 10.0.0.5', 'host ws-1', 'user mira'])
    expect(drawn.collections[0]?.of).toBe(drawn.nodes.find(({ isSeed }) => isSeed)?.key)
    const all = await draw({ seed, limits: { collectAbove: 100 } })
    expect(all.nodes).toHaveLength(ADDRESSES + 4)
    const few = await draw({ seed, limits: { collectAbove: 100, nodes: 4, edges: 2 } })
    expect(few.nodes.length + few.collections.length).toBeLessThanOrEqual(4)
    expect(few.edges).toHaveLength(2)
    expect(few.truncated).toBe(true)
    expect(valuesOf(await draw({ seed, kinds: ['user'] }))).toEqual(['address 10.0.0.5', 'user mira'])
  })

  it('begins with an alert or a search', async () => {
    const ofAlert = await draw({ seed: { alert: alertOf.ours } })
    const seeds = ({ nodes }: Drawn) =>
      nodes
        .filter(({ isSeed }) => isSeed)
        .map(({ entity }) => entity.value)
        .sort()
    expect(seeds(ofAlert)).toEqual([RULE, 'aa11', 'c:\\windows\\pwsh.exe', 'explorer.exe', 'mira', 'ws-1'])
    expect(seeds(await draw({ seed: { query: 'user.name:ole' } }))).toEqual(['10.0.0.6', 'ole', 'srv-1'])
    expect((await draw({ seed: { query: 'user.name:nobody' } })).nodes).toEqual([])
  })

  it('keeps to the tenants named', async () => {
    const everything = { seed: { query: '' }, limits: { collectAbove: 500, nodes: 1_500 } }
    for (const [token, whose, other] of [
      [ours, 'ours', 'theirs'],
      [theirs, 'theirs', 'ours'],
    ] as const) {
      const drawn = await draw({ ...everything, tenants: [whose] }, token)
      expect(new Set(drawn.nodes.map(({ entity }) => entity.tenant.slug))).toEqual(new Set([whose]))
      expect(valuesOf(drawn)).toContain(`host only-${whose}`)
      expect(JSON.stringify(drawn)).not.toContain(`only-${other}`)
      expect(JSON.stringify(drawn)).not.toContain(`Shell of ${other}`)
    }
    const asked = { tenants: ['ours'], range: RANGE }
    expect(await codeOf(theirs, query, { ...asked, seed: { query: '' } })).toBe('NOT_FOUND')
    expect(await codeOf(ours, query, { ...asked, seed: { alert: alertOf.theirs } })).toBe('NOT_FOUND')
    expect(await codeOf(ours, query, { ...asked, seed: { entities: [host('ws-1', 'theirs')] } })).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(undefined, query, { ...asked, seed: { query: '' } })).toBe('UNAUTHENTICATED')
  })

  it('has room for what it begins with at each tenant, however much lies around at the first', async () => {
    const memberships = [world.ours, world.theirs].map((tenant) => ({
      ...tenant,
      role: 'reader' as const,
      organization: '',
    }))
    const service = createGraphService({
      ...{ records: world.records, store: world.store, budget: createQueryBudget() },
      rights: createRights({ ...NOBODY, memberships }),
    })
    const seeds = memberships.map(({ tenantId }) => ({ tenantId, kind: 'host' as const, value: 'ws-1' }))
    const range = { from: 0n, to: 2n ** 62n }
    for (const nodes of [1, 2, 5, 9]) {
      const limits = { nodes, edges: 100, collectAbove: 25 }
      const drawn = await service.around(seeds, range, limits, undefined)
      expect(drawn.nodes.length + drawn.collections.length).toBeLessThanOrEqual(nodes)
      expect(drawn.nodes.filter(({ isSeed }) => isSeed)).toHaveLength(Math.min(nodes, 2))
      expect(drawn.truncated || drawn.collections.length > 0).toBe(true)
    }
  })

  it.each([
    { seed: {} },
    { seed: { query: '', alert: 'x' } },
    { seed: { entities: [] } },
    { seed: { entities: Array(101).fill(host()) } },
    { seed: { entities: [host()] }, limits: { nodes: 1_501 } },
    { seed: { entities: [host()] }, limits: { edges: 6_001 } },
    { seed: { entities: [host()] }, range: { from: RANGE.to, to: RANGE.from } },
  ])('refuses %#', async (wrong) => {
    expect(await codeOf(ours, query, { tenants: ['ours'], range: RANGE, ...wrong })).toBe('BAD_USER_INPUT')
  })
})

describe('entityQuestions and expandEntity', () => {
  const questions = `query($entity: EntityInput!, $range: TimeRange!) {
    entityQuestions(entity: $entity, range: $range) {
      questions { name kind entities count suspected } stats { rowsRead } } }`
  const expand = `query($entity: EntityInput!, $question: String!, $range: TimeRange!, $first: Int) {
    expandEntity(entity: $entity, question: $question, range: $range, first: $first) { total ${DRAWN} } }`

  it('count before they list', async () => {
    const { data } = await world.ask(ours, questions, { entity: host(), range: RANGE })
    expect(data).toEqual({
      entityQuestions: {
        questions: [
          { name: 'users', kind: 'user', entities: 1, count: 5, suspected: 0 },
          { name: 'logonAddresses', kind: 'address', entities: 1, count: 5, suspected: 0 },
          { name: 'processes', kind: 'process', entities: 1, count: 1, suspected: 1 },
          { name: 'peers', kind: 'address', entities: 1, count: 1, suspected: 0 },
          { name: 'domains', kind: 'domain', entities: 1, count: 1, suspected: 0 },
          { name: 'files', kind: 'file', entities: 0, count: 0, suspected: 0 },
          { name: 'hashes', kind: 'hash', entities: 1, count: 1, suspected: 1 },
          { name: 'rules', kind: 'rule', entities: 1, count: 1, suspected: 1 },
        ],
        stats: { rowsRead: expect.any(Number) },
      },
    })
    const entity = { tenant: 'ours', kind: 'address', value: '10.0.0.5' }
    const asked = { entity, question: 'peers', range: RANGE, first: 7 }
    const { data: expanded } = await world.ask(ours, expand, asked)
    const answer = (expanded as { expandEntity: Drawn & { total: number } }).expandEntity
    expect(answer.total).toBe(ADDRESSES + 1)
    expect(answer.nodes).toHaveLength(8)
    expect(answer.edges).toHaveLength(7)
  })

  it('tell nothing of another tenant', async () => {
    const user = { kind: 'user', value: 'mira' }
    const asked = { question: 'hosts', range: RANGE }
    const { data } = await world.ask(ours, expand, { entity: { ...user, tenant: 'ours' }, ...asked })
    const { nodes, total } = (data as { expandEntity: Drawn & { total: number } }).expandEntity
    expect(total).toBe(2)
    expect(nodes.map(({ entity }) => entity.value)).toEqual(['mira', 'ws-1', 'only-ours'])
    expect(await codeOf(ours, expand, { entity: { ...user, tenant: 'theirs' }, ...asked })).toBe('NOT_FOUND')
    expect(await codeOf(ours, questions, { entity: host('ws-1', 'theirs'), range: RANGE })).toBe('NOT_FOUND')
    expect(await codeOf(ours, expand, { entity: host(), ...asked })).toBe('BAD_USER_INPUT')
  })
})

describe('edgeEvents', () => {
  const query = `query($edge: EdgeInput!, $range: TimeRange!, $first: Int, $after: String) {
    edgeEvents(edge: $edge, range: $range, first: $first, after: $after) {
      edges { cursor node { raw tenant { slug } } } pageInfo { hasNextPage endCursor } totalCount stats { rowsRead } } }`
  const edge = {
    tenant: 'ours',
    subjectKind: 'user',
    subject: 'MIRA',
    verb: 'logged_on_to',
    objectKind: 'host',
    object: 'WS-1',
  }
  interface Page {
    edgeEvents: {
      edges: { node: { raw: string } }[]
      pageInfo: { hasNextPage: boolean; endCursor: string }
      totalCount: number
    }
  }

  it('are the events that the edge counts, page by page', async () => {
    const seen: string[] = []
    let after: string | undefined
    for (let more = true; more; ) {
      const { data } = await world.ask(ours, query, { edge, range: RANGE, first: 2, after })
      const { edges, pageInfo, totalCount } = (data as Page).edgeEvents
      expect(totalCount).toBe(5)
      seen.push(...edges.map(({ node }) => node.raw))
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    expect(seen).toEqual(['ours 4', 'ours 3', 'ours 2', 'ours 1', 'ours 0'])
    const triggered = { ...edge, subjectKind: 'rule', subject: RULE, verb: 'triggered' }
    const { data } = await world.ask(ours, query, { edge: triggered, range: RANGE })
    expect((data as Page).edgeEvents.edges.map(({ node }) => node.raw)).toEqual(['ours 7'])
  })

  it('are nobody else’s, and of an edge that exists', async () => {
    expect(await codeOf(theirs, query, { edge, range: RANGE })).toBe('NOT_FOUND')
    const wrong = { ...edge, subjectKind: 'file' }
    expect(await codeOf(ours, query, { edge: wrong, range: RANGE })).toBe('BAD_USER_INPUT')
  })
})

describe('path', () => {
  const query = `query($from: EntityInput!, $to: EntityInput!, $range: TimeRange!, $maxSteps: Int) {
    path(from: $from, to: $to, range: $range, maxSteps: $maxSteps) { paths truncated ${DRAWN} } }`
  const mira = { tenant: 'ours', kind: 'user', value: 'mira' }
  const drop = { tenant: 'ours', kind: 'domain', value: 'drop.example' }
  async function lengthsOf(variables: Record<string, unknown>): Promise<number[]> {
    const { data } = await world.ask(ours, query, { from: mira, range: RANGE, ...variables })
    return (data as { path: { paths: string[][] } }).path.paths.map((path) => path.length - 1)
  }

  it('is a shortest one within the steps allowed', async () => {
    expect(await lengthsOf({ to: drop })).toEqual([2])
    expect(await lengthsOf({ to: drop, maxSteps: 1 })).toEqual([])
    expect(await lengthsOf({ to: mira })).toEqual([0])
    // Only what another tenant holds would lead there.
    expect(await lengthsOf({ to: { tenant: 'ours', kind: 'host', value: 'only-theirs' } })).toEqual([])
    expect(await codeOf(ours, query, { from: mira, to: { ...drop, tenant: 'theirs' }, range: RANGE })).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(ours, query, { from: mira, to: drop, range: RANGE, maxSteps: 5 })).toBe(
      'BAD_USER_INPUT',
    )
  })
})
