import { UserError } from '#core/errors'
import type { Alert } from '#core/records/alerts/alert'
import { contributingPayloads } from '#core/records/alerts/contributing-payloads'
import type { Records } from '#core/records/create-records'
import { type EventQuery, eventWhere, type TimeSpan } from '#core/store/event-query'
import { detectionKind } from '#core/store/graph/detection-kind'
import { detectionLevels, type RuleHits } from '#core/store/graph/detection-levels'
import type { GraphEdge } from '#core/store/graph/edge'
import { countEdgeEvents, type EdgeName, edgeEvents } from '#core/store/graph/edge-events'
import { edgesAmong } from '#core/store/graph/edges-among'
import { entitiesOfEvents } from '#core/store/graph/entities-of-events'
import { type EntityKind, type GraphEntity, keyOfEntity } from '#core/store/graph/entity'
import { findPath } from '#core/store/graph/find-path'
import { listNeighbours } from '#core/store/graph/list-neighbours'
import { loadGraph } from '#core/store/graph/load-graph'
import { type NeighbourCount, neighbourCounts } from '#core/store/graph/neighbour-counts'
import type { GraphLimits } from '#core/store/graph/plan-graph'
import { type Question, questionsOf } from '#core/store/graph/questions'
import { riskOf } from '#core/store/graph/risk-of'
import { ruleTitles } from '#core/store/graph/rule-titles'
import { createTakeStep } from '#core/store/graph/take-step'
import { endsOf } from '#core/store/graph/touching'
import { meteredStore } from '#core/store/metered-store'
import { evidenceWhere } from '#core/store/queries/detection-events'
import type { QueryStats, Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { EventConnectionParent } from '../event/event-service.ts'
import { once } from '../once.ts'
import type { Page } from '../page-of.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'

export type EntityParent = GraphEntity
export type EdgeParent = GraphEdge
export type NeighbourCountParent = NeighbourCount

/** An entity as it is drawn. */
export interface NodeParent {
  key: string
  entity: GraphEntity
  title: string | undefined
  isSeed: boolean
  /** About it, in the range. */
  detections: number
  risk: number
}

/** Entities that an alert or a search begins with. */
const SEEDS = 25
const MOST_EDGES = 6_000

interface Loaded {
  nodes: NodeParent[]
  edges: GraphEdge[]
  stats: QueryStats
}

export interface GraphParent extends Loaded {
  range: TimeSpan
  collections: NeighbourCount[]
  truncated: boolean
}

export interface GraphService {
  around(
    seeds: readonly GraphEntity[],
    range: TimeSpan,
    limits: GraphLimits,
    kinds: ReadonlySet<EntityKind> | undefined,
  ): Promise<GraphParent>
  seedsOfSearch(scope: TenantScope, query: EventQuery): Promise<GraphEntity[]>
  seedsOfAlert(alert: Alert): Promise<GraphEntity[]>
  questions(entity: GraphEntity, range: TimeSpan): Promise<{ questions: NeighbourCount[]; stats: QueryStats }>
  /** @throws UserError BAD_USER_INPUT for a question that the kind does not have */
  expand(
    entity: GraphEntity,
    question: string,
    range: TimeSpan,
    first: number,
  ): Promise<Loaded & { total: number }>
  events(tenantId: string, edge: EdgeName, range: TimeSpan, page: Page): EventConnectionParent
  path(
    from: GraphEntity,
    to: GraphEntity,
    range: TimeSpan,
    maxSteps: number,
  ): Promise<Loaded & { paths: string[][]; truncated: boolean }>
}

export interface GraphDeps {
  records: Records
  store: Store
  rights: Rights
  budget: QueryBudget
}

export function createGraphService({ records, store: plain, rights, budget }: GraphDeps): GraphService {
  const metered = () => meteredStore(plain, () => budget.spend())

  async function nodesOf(
    store: Store,
    scope: TenantScope,
    entities: readonly GraphEntity[],
    seeds: readonly GraphEntity[],
    range: TimeSpan,
  ): Promise<NodeParent[]> {
    const rules = entities.filter(({ kind }) => kind === 'rule').map(({ value }) => value)
    const [titles, levels] = await Promise.all([
      ruleTitles(store, scope, rules, range),
      detectionLevels(store, scope, entities, range),
    ])
    const begun = new Set(seeds.map(keyOfEntity))
    return entities.map((entity) => {
      const key = keyOfEntity(entity)
      const hits: readonly RuleHits[] = levels.get(key) ?? []
      return {
        ...{ key, entity, isSeed: begun.has(key), risk: riskOf(hits) },
        title: entity.kind === 'rule' ? titles.get(entity.value) : undefined,
        detections: hits.reduce((sum, { count }) => sum + count, 0),
      }
    })
  }

  async function countsOf(store: Store, entity: GraphEntity, range: TimeSpan): Promise<NeighbourCount[]> {
    const scope = rights.scopeOf([entity.tenantId])
    const counts = await neighbourCounts(store, scope, endsOf([entity]), range)
    const none = { neighbours: 0, events: 0n, suspected: 0n }
    return questionsOf(entity.kind).map(
      (question) =>
        counts.find((count) => count.question.name === question.name) ?? { own: entity, question, ...none },
    )
  }

  return {
    async around(seeds, range, limits, kinds) {
      const { store, stats } = metered()
      const graph: Omit<GraphParent, 'stats'> = {
        range,
        nodes: [],
        edges: [],
        collections: [],
        truncated: false,
      }
      let waiting = seeds.length
      for (const tenantId of new Set(seeds.map((seed) => seed.tenantId))) {
        const scope = rights.scopeOf([tenantId])
        const own = seeds.filter((seed) => seed.tenantId === tenantId)
        // What lies around the seeds of one tenant leaves room for those of the next.
        waiting -= own.length
        const left = {
          ...limits,
          nodes: Math.max(limits.nodes - graph.nodes.length - graph.collections.length - waiting, 0),
          edges: limits.edges - graph.edges.length,
        }
        const found = await loadGraph(store, scope, own, range, left, kinds)
        graph.nodes.push(...(await nodesOf(store, scope, found.entities, own, range)))
        graph.edges.push(...found.edges)
        graph.collections.push(...found.collections)
        graph.truncated ||= found.truncated
      }
      return { ...graph, stats: stats() }
    },
    seedsOfSearch: (scope, query) => entitiesOfEvents(metered().store, scope, eventWhere(query), SEEDS),
    async seedsOfAlert({ tenantId, alertId, ruleId, entity, backfill, firstSeen, lastSeen }) {
      const scope = rights.scopeOf([tenantId])
      budget.spend()
      const payloadIds = await contributingPayloads(records, scope, alertId)
      const range = { from: firstSeen, to: lastSeen + 1n }
      const where = evidenceWhere({ ruleId, entity, range, backfill, payloadIds })
      const found = await entitiesOfEvents(metered().store, scope, where, SEEDS)
      const about = KINDS.find((kind) => detectionKind(kind) === entity.kind)
      return [
        { tenantId, kind: 'rule', value: ruleId },
        ...(about === undefined ? [] : [{ tenantId, kind: about, value: entity.value }]),
        ...found.filter(({ kind, value }) => kind !== about || value !== entity.value),
      ]
    },
    async questions(entity, range) {
      const { store, stats } = metered()
      return { questions: await countsOf(store, entity, range), stats: stats() }
    },
    async expand(entity, name, range, first) {
      const { store, stats } = metered()
      const question = questionNamed(entity, name)
      const scope = rights.scopeOf([entity.tenantId])
      const counts = await countsOf(store, entity, range)
      const found = await listNeighbours(store, scope, [{ own: entity, question }], range, first)
      const key = keyOfEntity(entity)
      const entities = [entity, ...found.filter((other) => keyOfEntity(other) !== key)]
      const edges = await edgesAmong(store, scope, endsOf(entities), range, MOST_EDGES)
      const nodes = await nodesOf(store, scope, entities, [entity], range)
      const total = counts.find((count) => count.question.name === name)?.neighbours ?? 0
      return { total, nodes, edges, stats: stats() }
    },
    events(tenantId, edge, range, page) {
      const scope = rights.scopeOf([tenantId])
      const { first, after } = page
      const position = { first, after: after && { time: after.time, eventId: after.id } }
      return {
        page: once(() => edgeEvents(metered().store, scope, edge, range, position)),
        total: once(() => countEdgeEvents(metered().store, scope, edge, range)),
        hasPreviousPage: after !== undefined,
      }
    },
    async path(from, to, range, maxSteps) {
      if (from.tenantId !== to.tenantId)
        throw new UserError('BAD_USER_INPUT', 'to: a path stays within one tenant')
      const { store, stats } = metered()
      const scope = rights.scopeOf([from.tenantId])
      const { paths, truncated } = await findPath(from, to, maxSteps, createTakeStep(store, scope, range))
      const entities = [...new Map(paths.flat().map((entity) => [keyOfEntity(entity), entity])).values()]
      const edges = await edgesAmong(store, scope, endsOf(entities), range, MOST_EDGES)
      const nodes = await nodesOf(store, scope, entities, [from, to], range)
      return { paths: paths.map((path) => path.map(keyOfEntity)), nodes, edges, truncated, stats: stats() }
    },
  }
}

const KINDS = ['host', 'user', 'address', 'domain'] as const

function questionNamed({ kind }: GraphEntity, name: string): Question {
  const questions = questionsOf(kind)
  const question = questions.find((one) => one.name === name)
  if (question) return question
  const names = questions.map((one) => one.name).join(', ')
  throw new UserError('BAD_USER_INPUT', `question: of a ${kind} can be asked ${names}`)
}
