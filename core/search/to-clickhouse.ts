import { detectionCondition } from './detection-condition.ts'
import { fieldsOf } from './field-aliases.ts'
import { createFieldConditions } from './field-conditions.ts'
import { storageOf } from './search-fields.ts'
import type { SearchNode } from './search-node.ts'
import { type Bind, createTextTests } from './text-tests.ts'
import { timeCondition } from './time-condition.ts'

export interface SearchContext {
  /** Nanoseconds since the epoch, what `now` in a search means. */
  now: bigint
  /** A condition over `events` that holds for events with a detection for which this one holds, tenant and time bounded. */
  ofDetections(condition: string): string
}

interface ClickHouseCondition {
  /** A condition over the table `events`, never NULL. */
  condition: string
  /** Values of its `{name:Type}` places: no text of the search stands in the condition. */
  params: Readonly<Record<string, unknown>>
}

/** Compiles a search. Its size is bounded by the parser. */
export function toClickHouse(tree: SearchNode | undefined, context: SearchContext): ClickHouseCondition {
  const params: Record<string, unknown> = {}
  if (tree === undefined) return { condition: '1', params }
  const compile = createSearchCompiler(createBind('search', params), context)
  return { condition: compile(tree), params }
}

/** @param params where the values go, under names that begin with `prefix` */
export function createBind(prefix: string, params: Record<string, unknown>): Bind {
  let count = 0
  return (type, value) => {
    const name = `${prefix}_${count++}`
    params[name] = value
    return `{${name}:${type}}`
  }
}

export function createSearchCompiler(bind: Bind, context: SearchContext): (tree: SearchNode) => string {
  const conditions = createFieldConditions(bind)
  const tests = createTextTests(bind)

  function compile(node: SearchNode): string {
    switch (node.kind) {
      case 'and':
      case 'or':
        return `(${node.nodes.map(compile).join(node.kind === 'and' ? ' AND ' : ' OR ')})`
      case 'not':
        return `NOT ${compile(node.node)}`
      case 'words':
        return conditions.words(node.pattern)
      case 'regex':
        if (node.field === undefined) return conditions.regex(undefined, node.regex)
        return fieldCondition({ ...node, field: node.field })
      default:
        return fieldCondition(node)
    }
  }

  /** A name may stand for several fields of the event, and for what rules said of it. */
  function fieldCondition(node: FieldNode): string {
    const parts = fieldsOf(node.field).map((field) => oneField({ ...node, field }))
    const ofDetection = detectionCondition(tests, node)
    if (ofDetection !== undefined) parts.push(context.ofDetections(ofDetection))
    return parts.length === 1 ? (parts[0] ?? '0') : `(${parts.join(' OR ')})`
  }

  function oneField(node: FieldNode): string {
    const { field } = node
    const storage = storageOf(field)
    if (storage.kind === 'time' && (node.kind === 'is' || node.kind === 'range'))
      return timeCondition(bind, storage.column, node, context.now)
    switch (node.kind) {
      case 'is':
        return conditions.is(field, node.pattern)
      case 'exists':
        return conditions.exists(field)
      case 'range':
        return conditions.range(field, node.low, node.high)
      case 'network':
        return conditions.network(field, node.network)
      case 'regex':
        return conditions.regex(field, node.regex)
    }
  }

  return compile
}

type FieldNode = SearchNode & { field: string; kind: 'is' | 'exists' | 'range' | 'network' | 'regex' }
