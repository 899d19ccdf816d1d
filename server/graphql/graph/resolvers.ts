import { UserError } from '#core/errors'
import { detectedAs } from '#core/store/graph/detected-as'
import { detectionKind } from '#core/store/graph/detection-kind'
import { keyOfEntity } from '#core/store/graph/entity'
import { normaliseValue } from '#core/store/graph/normalise-value'
import { RELATIONS } from '#core/store/graph/relations'
import { riskOf } from '#core/store/graph/risk-of'
import type { GraphLimits, Resolvers } from '../generated/resolvers.ts'
import { pageOf } from '../page-of.ts'
import { requireSession } from '../require-session.ts'
import { tenantOf } from '../tenant-of.ts'
import { alertsOfNodes } from './alerts-of-nodes.ts'
import { toEntity, toSpan } from './to-entity.ts'
import { toSeeds } from './to-seeds.ts'

const LARGEST_INT = 2 ** 31 - 1
const MOST_STEPS = 4

function within(name: string, value: number | null | undefined, otherwise: number, most: number): number {
  const number = value ?? otherwise
  if (number < 1 || number > most) throw new UserError('BAD_USER_INPUT', `${name} must be from 1 to ${most}`)
  return number
}

function toLimits(limits: GraphLimits | null | undefined) {
  return {
    nodes: within('limits.nodes', limits?.nodes, 300, 1_500),
    edges: within('limits.edges', limits?.edges, 2_000, 6_000),
    collectAbove: within('limits.collectAbove', limits?.collectAbove, 25, 500),
  }
}

export const graphResolvers: Resolvers = {
  Query: {
    graph: async (_, { tenants, seed, range, kinds, limits }, context) => {
      requireSession(context)
      const span = toSpan(range)
      const bounds = toLimits(limits)
      const seeds = await toSeeds(context, tenants, seed, span)
      return context.graph.around(seeds, span, bounds, kinds ? new Set(kinds) : undefined)
    },
    entityQuestions: (_, { entity, range }, context) => {
      requireSession(context)
      return context.graph.questions(toEntity(context, entity), toSpan(range))
    },
    expandEntity: (_, { entity, question, range, first }, context) => {
      requireSession(context)
      const page = pageOf({ first })
      return context.graph.expand(toEntity(context, entity), question, toSpan(range), page.first)
    },
    edgeEvents: (_, { edge, range, ...page }, context) => {
      requireSession(context)
      const { subjectKind, verb, objectKind } = edge
      const relation = RELATIONS.find(
        (one) => one.subject === subjectKind && one.verb === verb && one.object === objectKind,
      )
      if (!relation)
        throw new UserError(
          'BAD_USER_INPUT',
          `edge: no ${subjectKind} ${verb} a ${objectKind}; see docs/graph.md`,
        )
      const [tenantId = ''] = context.tenants.scopeOf([edge.tenant]).tenantIds
      const name = {
        relation,
        subject: normaliseValue(subjectKind, edge.subject),
        object: normaliseValue(objectKind, edge.object),
      }
      return context.graph.events(tenantId, name, toSpan(range), pageOf(page))
    },
    path: (_, { from, to, range, maxSteps }, context) => {
      requireSession(context)
      const steps = within('maxSteps', maxSteps, MOST_STEPS, MOST_STEPS)
      return context.graph.path(toEntity(context, from), toEntity(context, to), toSpan(range), steps)
    },
    entity: (_, { range, ...entity }, context) => {
      requireSession(context)
      return context.entities.profile(toEntity(context, entity), toSpan(range))
    },
  },
  Graph: { alerts: (graph, _, context) => alertsOfNodes(graph, context) },
  GraphEntity: { tenant: tenantOf },
  EntityPrevalence: { tenant: tenantOf },
  GraphEdge: {
    from: ({ subject }) => keyOfEntity(subject),
    to: ({ object }) => keyOfEntity(object),
    verb: ({ relation }) => relation.verb,
    count: ({ events }) => events,
    firstSeen: ({ first }) => first,
    lastSeen: ({ last }) => last,
  },
  GraphNode: { detections: ({ detections }) => Math.min(detections, LARGEST_INT) },
  GraphCollection: {
    key: ({ own, question }) => `${question.name} of ${keyOfEntity(own)}`,
    of: ({ own }) => keyOfEntity(own),
    question: ({ question }) => question.name,
    kind: ({ question }) => question.kind,
    entities: ({ neighbours }) => neighbours,
    count: ({ events }) => events,
  },
  EntityQuestion: {
    name: ({ question }) => question.name,
    kind: ({ question }) => question.kind,
    entities: ({ neighbours }) => neighbours,
    count: ({ events }) => events,
  },
  RuleHits: { count: ({ count }) => Math.min(count, LARGEST_INT) },
  EntityProfile: {
    firstSeen: async ({ span }) => (await span())?.first,
    lastSeen: async ({ span }) => (await span())?.last,
    risk: async ({ hits }) => riskOf(await hits()),
    detections: async ({ hits }) => [...(await hits())],
    prevalence: ({ prevalence }) => prevalence(),
    peers: ({ peers }, page) => peers(pageOf(page, 10).first),
    logons: ({ logons }, page) => logons(pageOf(page, 20).first),
    rare: ({ rare }, page) => rare(pageOf(page, 20).first),
    stats: ({ stats }) => stats(),
    alerts: ({ entity, range, scope }, page, { alerts }) =>
      alerts.list(
        scope,
        // Of other kinds there are none, and no detection calls a kind so.
        { entity: detectedAs(entity), entityKind: detectionKind(entity.kind) ?? entity.kind, range },
        pageOf(page, 20),
      ),
  },
}
