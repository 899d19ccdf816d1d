import { describe, expect, it } from 'vitest'
import type { EdgeVerb, EntityKind } from '../../graphql/generated/graphql.ts'
import { type BaseAnswer, drawPicture, type StepAnswers } from './draw-picture.ts'
import { edgesOutside, edgesOverTime, spanOfEdges } from './edges-outside.ts'
import type { EntityName } from './entity-name.ts'
import { formatStep, type GraphStep } from './graph-step.ts'

const entity = (text: string): EntityName => {
  const [kind, value = ''] = text.split(' ')
  return { kind: kind as EntityKind, value }
}
const node = (text: string, more: { isSeed?: boolean; risk?: number } = {}) => ({
  ...{ key: `t1 ${text}`, title: null, isSeed: false, detections: 0, risk: 0, entity: entity(text) },
  ...more,
})
const edge = (from: string, verb: EdgeVerb, to: string, count = 1, [first, last] = ['08:00', '09:00']) => ({
  ...{ from: `t1 ${from}`, to: `t1 ${to}`, verb, count, failures: 0, suspected: 0 },
  ...{ firstSeen: `2026-11-27T${first}:00Z`, lastSeen: `2026-11-27T${last}:00Z` },
})
const NO_STATS = { rowsRead: 0, bytesRead: 0, elapsedMs: 0 }

/** A host on which mira and four others logged on; mira is on a second host as well. */
const base: BaseAnswer = {
  nodes: [
    node('host ws-17', { isSeed: true }),
    node('host ws-18'),
    node('user mira', { risk: 30 }),
    ...['a', 'b', 'c', 'd'].map((name) => node(`user ${name}`)),
  ],
  edges: [
    edge('user mira', 'logged_on_to', 'host ws-17', 7),
    edge('user mira', 'logged_on_to', 'host ws-18', 2, ['12:00', '12:30']),
    ...['a', 'b', 'c', 'd'].map((name) => edge(`user ${name}`, 'logged_on_to', 'host ws-17', 3)),
  ],
  collections: [
    { of: 't1 host ws-17', question: 'peers', kind: 'address', entities: 312, count: 900, suspected: 4 },
  ],
  alerts: [],
  truncated: false,
  stats: NO_STATS,
}
const NOTHING: StepAnswers = { expansions: new Map(), paths: new Map() }
const labels = (steps: GraphStep[], answers = NOTHING) =>
  drawPicture(base, steps, answers).nodes.map(({ label }) => label)

describe('drawPicture', () => {
  it('draws what came, and a collection beside whose it is', () => {
    const { nodes, edges } = drawPicture(base, [], NOTHING)
    expect(nodes.map(({ label }) => label)).toEqual([
      'ws-17',
      'ws-18',
      'mira',
      'a',
      'b',
      'c',
      'd',
      '312 addresses',
    ])
    expect(nodes.find(({ label }) => label === 'mira')?.level).toBe('high')
    const link = edges.at(-1)
    expect([link?.from, link?.count, link?.verb]).toEqual(['host:ws-17', 900, undefined])
  })

  it('adds what a step loaded; the collection keeps the rest', () => {
    const step: GraphStep = { do: 'expand', entity: entity('host ws-17'), question: 'peers', first: 50 }
    const answer = {
      ...{ total: 312, stats: NO_STATS },
      nodes: [node('address 10.0.0.1'), node('address 203.0.113.9')],
      edges: [edge('host ws-17', 'connected_to', 'address 203.0.113.9')],
    }
    const expansions = new Map([[formatStep(step), answer]])
    const drawn = drawPicture(base, [step], { ...NOTHING, expansions })
    expect(drawn.nodes.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['10.0.0.1', '203.0.113.9', '310 addresses']),
    )
    // On its way: nothing is there that was not.
    expect(labels([step])).toEqual(labels([]))
  })

  it('marks the path that was asked for last', () => {
    const steps: GraphStep[] = [
      { do: 'path', from: entity('host ws-18'), to: entity('host ws-17') },
      { do: 'path', from: entity('user a'), to: entity('host ws-17') },
    ]
    const answer = (from: string) => ({
      ...{ paths: [[`t1 ${from}`, 't1 host ws-17']], truncated: false, stats: NO_STATS },
      nodes: [node('host ws-17'), node(from)],
      // Also among the nodes of the path, yet not on it.
      edges: [edge(from, 'logged_on_to', 'host ws-17'), edge('host ws-17', 'started', 'host ws-17')],
    })
    const paths = new Map(
      steps.map((step, at) => [formatStep(step), answer(at === 0 ? 'user mira' : 'user a')]),
    )
    const marked = drawPicture(base, steps, { ...NOTHING, paths }).edges.filter(({ onPath }) => onPath)
    expect(marked.map(({ from }) => from)).toEqual(['user:a'])
  })

  it('collapses leaves of one or of all, never what ties two together or began it', () => {
    for (const step of [{ do: 'fold' }, { do: 'fold', entity: entity('host ws-17') }] as GraphStep[]) {
      const { nodes, edges } = drawPicture(base, [step], NOTHING)
      expect(nodes.map(({ label }) => label)).toEqual(['ws-17', 'ws-18', 'mira', '312 addresses', '4 users'])
      const folded = edges.at(-1)
      expect([folded?.to, folded?.count, folded?.verb]).toEqual(['host:ws-17', 12, 'logged_on_to'])
    }
    expect(labels([{ do: 'fold', entity: entity('user mira') }])).toEqual(labels([]))
  })

  it('hides, with its edges and collections, until a later step brings it back', () => {
    const hide: GraphStep = { do: 'hide', entity: entity('user mira') }
    expect(labels([hide])).not.toContain('mira')
    expect(drawPicture(base, [hide], NOTHING).edges.filter(({ from }) => from === 'user:mira')).toEqual([])
    expect(labels([{ do: 'hide', entity: entity('host ws-17') }])).not.toContain('312 addresses')
    const step: GraphStep = { do: 'expand', entity: entity('host ws-18'), question: 'users', first: 50 }
    const expansions = new Map([
      [formatStep(step), { total: 1, nodes: [node('user mira')], edges: [], stats: NO_STATS }],
    ])
    expect(labels([hide, step], { ...NOTHING, expansions })).toContain('mira')
  })

  it('never draws more than the limits', () => {
    const many = Array.from({ length: 1_600 }, (_, index) =>
      node(`address 10.0.${index >> 8}.${index & 255}`),
    )
    const drawn = drawPicture({ ...base, nodes: [...base.nodes, ...many], collections: [] }, [], NOTHING)
    expect([drawn.nodes.length, drawn.truncated]).toEqual([1_500, true])
    expect(drawPicture(base, [], NOTHING).truncated).toBe(false)
  })
})

describe('a stretch of time', () => {
  const picture = drawPicture({ ...base, collections: [] }, [], NOTHING)
  const at = (time: string) => Date.parse(`2026-11-27T${time}:00Z`)

  it('leaves out edges that miss it, and nodes that have no other', () => {
    const outside = edgesOutside(picture, { from: at('07:00'), to: at('10:00') })
    expect([...outside]).toEqual(['user:mira>logged_on_to>host:ws-18', 'host:ws-18'])
    expect(edgesOutside(picture, undefined).size).toBe(0)
    // The minute of the last event counts to its end.
    expect(edgesOutside(picture, { from: at('12:30') + 30_000, to: at('13:00') }).has('host:ws-18')).toBe(
      false,
    )
  })

  it('is cut from the time that the edges span, within the range', () => {
    const span = spanOfEdges(picture, { from: at('08:30'), to: at('23:00') })
    expect(span).toEqual({ from: at('08:30'), to: at('12:31') })
    expect(edgesOverTime(picture, { from: at('08:00'), to: at('13:00') }, 5)).toEqual([5, 5, 0, 0, 1])
  })
})
