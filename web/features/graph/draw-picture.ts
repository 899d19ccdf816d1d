import type {
  GraphAroundQuery,
  GraphExpansionQuery,
  GraphPathQuery,
} from '../../graphql/generated/graphql.ts'
import { collectionNode } from './collection-node.ts'
import { keyOf } from './entity-name.ts'
import { foldLeaves } from './fold-leaves.ts'
import { formatStep, type GraphStep } from './graph-step.ts'
import { isInternal } from './is-internal.ts'
import { nodeLevel } from './node-level.ts'
import type { CollectionNode, EntityNode, GraphAlertRow, Picture, PictureEdge } from './picture.ts'

export type BaseAnswer = GraphAroundQuery['graph']
export type ExpansionAnswer = GraphExpansionQuery['expandEntity']
export type PathAnswer = GraphPathQuery['path']
/** What the server said to steps, by their text. */
export interface StepAnswers {
  expansions: ReadonlyMap<string, ExpansionAnswer>
  paths: ReadonlyMap<string, PathAnswer>
}

type AnswerNode = BaseAnswer['nodes'][number]
type AnswerEdge = BaseAnswer['edges'][number]

const MOST_NODES = 1_500
const MOST_EDGES = 6_000

function entityNode(
  { entity, title, isSeed, risk, detections }: AnswerNode,
  alerts: readonly GraphAlertRow[],
): EntityNode {
  return {
    is: 'entity',
    key: keyOf(entity),
    kind: entity.kind,
    value: entity.value,
    label: title ?? entity.value,
    isInternal: isInternal(entity),
    isSeed,
    risk,
    detections,
    level: nodeLevel(risk, alerts),
    alerts,
  }
}

/** @param keys our keys by the server's; an edge of something that is not among them is undefined */
function pictureEdge(answer: AnswerEdge, keys: ReadonlyMap<string, string>, onPath: boolean) {
  const from = keys.get(answer.from)
  const to = keys.get(answer.to)
  if (from === undefined || to === undefined) return undefined
  const { verb, firstSeen, lastSeen } = answer
  const [count, failures, suspected] = [answer.count, answer.failures, answer.suspected].map(Number)
  return {
    ...{ key: `${from}>${verb}>${to}`, from, to, verb, firstSeen, lastSeen, onPath },
    ...{ count: count ?? 0, failures: failures ?? 0, suspected: suspected ?? 0 },
  } satisfies PictureEdge
}

const NOWHERE = () => false

/** @param paths each as keys from one end to the other */
function alongPaths(paths: readonly (readonly string[])[]) {
  const pairs = new Map<string, Set<string>>()
  const tie = (one: string, other: string) => pairs.set(one, (pairs.get(one) ?? new Set()).add(other))
  for (const path of paths)
    path.forEach((key, index) => {
      const next = path[index + 1]
      if (next === undefined) return
      tie(key, next)
      tie(next, key)
    })
  return (from: string, to: string) => pairs.get(from)?.has(to) === true
}

/** The graph that the server began with, and what the reader did to it since. */
export function drawPicture(
  base: BaseAnswer,
  steps: readonly GraphStep[],
  { expansions, paths }: StepAnswers,
): Picture {
  const keys = new Map<string, string>()
  const nodes = new Map<string, EntityNode>()
  const edges = new Map<string, PictureEdge>()
  const alerts = new Map<string, GraphAlertRow[]>()
  for (const { about, alert } of base.alerts) alerts.set(about, [...(alerts.get(about) ?? []), alert])
  const hidden = new Set<string>()
  /** Answers that were loaded, by question and entity. */
  const loaded = new Map<string, number>()
  let { truncated } = base

  /** @param onPath whether an edge between two of the server's keys lies on the path */
  const add = (
    answer: { nodes: readonly AnswerNode[]; edges: readonly AnswerEdge[] },
    onPath: (from: string, to: string) => boolean,
  ) => {
    for (const node of answer.nodes) {
      const key = keyOf(node.entity)
      keys.set(node.key, key)
      hidden.delete(key)
      if (nodes.has(key)) continue
      if (nodes.size >= MOST_NODES) truncated = true
      else
        nodes.set(
          key,
          entityNode(answer === base ? node : { ...node, isSeed: false }, alerts.get(node.key) ?? []),
        )
    }
    for (const one of answer.edges) {
      const edge = pictureEdge(one, keys, onPath(one.from, one.to))
      if (!edge) continue
      if (edges.size >= MOST_EDGES && !edges.has(edge.key)) truncated = true
      else edges.set(edge.key, edge)
    }
  }

  add(base, NOWHERE)
  const lastPath = steps.findLast((step) => step.do === 'path')
  for (const step of steps) {
    const text = formatStep(step)
    const expansion = step.do === 'expand' ? expansions.get(text) : undefined
    const path = step.do === 'path' ? paths.get(text) : undefined
    if (step.do === 'hide') hidden.add(keyOf(step.entity))
    if (path) add(path, step === lastPath ? alongPaths(path.paths) : NOWHERE)
    if (expansion) add(expansion, NOWHERE)
    if (expansion && step.do === 'expand')
      loaded.set(
        `${step.question} ${keyOf(step.entity)}`,
        // The entity itself comes along.
        expansion.nodes.filter(({ entity }) => keyOf(entity) !== keyOf(step.entity)).length,
      )
  }

  const isShown = (key: string) => nodes.has(key) && !hidden.has(key)
  const collections: CollectionNode[] = []
  const links: PictureEdge[] = []
  for (const { of: theirKey, question, kind, entities, count, suspected } of base.collections) {
    const of = keys.get(theirKey) ?? ''
    const rest = entities - (loaded.get(`${question} ${of}`) ?? 0)
    if (!isShown(of) || rest <= 0) continue
    const node = collectionNode({ key: `${question}>${of}`, of, kind, entities: rest, question, members: [] })
    collections.push(node)
    links.push({
      ...{ key: `${of}>${question}`, from: of, to: node.key, verb: undefined, failures: 0, onPath: false },
      ...{ count: Number(count), suspected: Number(suspected), firstSeen: undefined, lastSeen: undefined },
    })
  }
  const drawn = {
    nodes: [...[...nodes.values()].filter(({ key }) => isShown(key)), ...collections],
    edges: [...[...edges.values()].filter(({ from, to }) => isShown(from) && isShown(to)), ...links],
    truncated,
  }
  return foldLeaves(drawn, steps)
}
