import { describe, expect, it } from 'vitest'
import type { NeighbourCount } from './neighbour-counts.ts'
import { planGraph } from './plan-graph.ts'
import { questionsOf } from './questions.ts'

const asking = (name: string, neighbours: number, value = 'ws-1'): NeighbourCount => {
  const question = questionsOf('host').find((one) => one.name === name)
  if (!question) throw new Error(name)
  return { own: { tenantId: 't', kind: 'host', value }, question, neighbours, events: 1n, suspected: 0n }
}
const names = (counts: readonly NeighbourCount[]) => counts.map(({ question }) => question.name)

describe('planGraph', () => {
  it('loads few answers and collects many', () => {
    const counts = [asking('peers', 312), asking('users', 3), asking('processes', 25)]
    const plan = planGraph(counts, 100, { collectAbove: 25 }, undefined)
    expect(names(plan.load)).toEqual(['users', 'processes'])
    expect(names(plan.collect)).toEqual(['peers'])
    expect(plan.truncated).toBe(false)
  })

  it('never takes more room than there is', () => {
    const counts = Array.from({ length: 40 }, (_, n) => asking('users', (n % 7) + 1, `ws-${n}`))
    for (let room = 0; room < 200; room++) {
      const { load, collect, truncated } = planGraph(counts, room, { collectAbove: 25 }, undefined)
      const nodes = load.reduce((sum, { neighbours }) => sum + neighbours, 0) + collect.length
      expect(nodes).toBeLessThanOrEqual(room)
      expect(truncated).toBe(load.length + collect.length < counts.length)
    }
  })

  it('keeps to the kinds asked for', () => {
    const counts = [asking('peers', 2), asking('users', 3)]
    const plan = planGraph(counts, 100, { collectAbove: 25 }, new Set(['user']))
    expect(names(plan.load)).toEqual(['users'])
  })
})
