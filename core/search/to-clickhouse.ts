import { createFieldConditions } from './field-conditions.ts'
import type { SearchNode } from './search-node.ts'

interface ClickHouseCondition {
  /** A condition over the table `events`, never NULL. */
  condition: string
  /** Values of its `{name:Type}` places: no text of the search stands in the condition. */
  params: Readonly<Record<string, unknown>>
}

/** Compiles a search. Its size is bounded by the parser. */
export function toClickHouse(tree: SearchNode | undefined): ClickHouseCondition {
  if (tree === undefined) return { condition: '1', params: {} }
  const params: Record<string, unknown> = {}
  let count = 0
  const conditions = createFieldConditions((type, value) => {
    const name = `search_${count++}`
    params[name] = value
    return `{${name}:${type}}`
  })

  function compile(node: SearchNode): string {
    switch (node.kind) {
      case 'and':
      case 'or':
        return `(${node.nodes.map(compile).join(node.kind === 'and' ? ' AND ' : ' OR ')})`
      case 'not':
        return `NOT ${compile(node.node)}`
      case 'words':
        return conditions.words(node.pattern)
      case 'is':
        return conditions.is(node.field, node.pattern)
      case 'exists':
        return conditions.exists(node.field)
      case 'range':
        return conditions.range(node.field, node.low, node.high)
      case 'network':
        return conditions.network(node.field, node.network)
      case 'regex':
        return conditions.regex(node.field, node.regex)
    }
  }

  return { condition: compile(tree), params }
}
