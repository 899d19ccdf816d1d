import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWithStory, STORY_RANGE as RANGE } from '../../../e2e/testkit/fill-with-story.ts'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'

const EDGE = 'subject { kind value } verb object { kind value } count failures suspected firstSeen lastSeen'

let world: GraphqlWorld
let ours: string
let theirs: string

beforeAll(async () => {
  world = await graphqlWorld()
  await Promise.all([fillWithStory(world, 'ours'), fillWithStory(world, 'theirs')])
  ours = await world.token('ours')
  theirs = await world.token('theirs')
})
afterAll(() => world.close())

const host = (value = 'ws-1') => ({ tenant: 'ours', kind: 'host', value })

describe('entity', () => {
  const query = `query($tenant: ID!, $kind: EntityKind!, $value: String!, $range: TimeRange!) {
    entity(tenant: $tenant, kind: $kind, value: $value, range: $range) {
      entity { kind value } firstSeen lastSeen risk detections { ruleTitle level count }
      prevalence { tenant { slug } hosts users addresses ofHosts ofUsers }
      peers { entity { value } shared } logons { ${EDGE} } rare { isNew edge { verb object { value } } }
      alerts { totalCount edges { node { ruleTitle } } } } }`

  it('says what its parts read together, wherever that is asked', async () => {
    const rowsRead = async (before: string, behind: string): Promise<number> => {
      const text = `query($tenant: ID!, $kind: EntityKind!, $value: String!, $range: TimeRange!) {
        entity(tenant: $tenant, kind: $kind, value: $value, range: $range) { ${before} stats { rowsRead } ${behind} } }`
      const { data } = await world.ask(ours, text, { ...host(), range: RANGE })
      return (data as { entity: { stats: { rowsRead: number } } }).entity.stats.rowsRead
    }
    expect(await rowsRead('', 'entity { kind }')).toBe(0)
    const [span, peers] = ['firstSeen lastSeen', 'peers { shared }']
    const [first, second] = [await rowsRead(span, ''), await rowsRead(peers, '')]
    expect(Math.min(first, second)).toBeGreaterThan(0)
    for (const [before, behind] of [
      [`${span} ${peers}`, ''],
      [span, peers],
      ['', `${peers} ${span}`],
    ] as const)
      expect(await rowsRead(before, behind)).toBe(first + second)
  })

  it('tells what is known of it, in its tenant', async () => {
    const { data } = await world.ask(ours, query, { ...host('WS-1'), range: RANGE })
    expect(data).toMatchObject({
      entity: {
        ...{ entity: { kind: 'host', value: 'ws-1' }, risk: 25 },
        ...{ firstSeen: '2026-03-10T12:00:00.000Z', lastSeen: '2026-03-10T12:09:00.000Z' },
        detections: [{ ruleTitle: 'Shell of ours', level: 'high', count: 1 }],
        prevalence: [{ tenant: { slug: 'ours' }, hosts: 0, users: 1, addresses: 2, ofHosts: 3, ofUsers: 2 }],
        peers: [{ entity: { value: 'only-ours' }, shared: 1 }],
        logons: [{ verb: 'logged_on_to' }, { verb: 'logged_on_to' }],
        alerts: { totalCount: 1, edges: [{ node: { ruleTitle: 'Shell of ours' } }] },
      },
    })
    const { rare } = (data as { entity: { rare: { isNew: boolean }[] } }).entity
    expect(rare.length).toBeGreaterThan(5)
    expect(rare.every(({ isNew }) => isNew)).toBe(true)
    const { errors } = await world.ask(theirs, query, { ...host(), range: RANGE })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('is nothing where only another tenant knows it', async () => {
    const { data } = await world.ask(ours, query, { ...host('only-theirs'), range: RANGE })
    expect(data).toMatchObject({
      entity: {
        firstSeen: null,
        risk: 0,
        detections: [],
        prevalence: [],
        peers: [],
        logons: [],
        rare: [],
        alerts: { totalCount: 0 },
      },
    })
  })
})
