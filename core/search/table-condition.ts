import { NUMERIC } from './numbers.ts'
import type { Column } from './pipe-source.ts'
import { plainText } from './read-pattern.ts'
import type { Bound, SearchNode } from './search-node.ts'
import { type Bind, createTextTests, type TextTest } from './text-tests.ts'
import { timeCondition } from './time-condition.ts'

type FieldNode = SearchNode & { kind: 'is' | 'exists' | 'range' | 'network' | 'regex' }

/** What `where` asks of a row of a table, never NULL. */
export function tableCondition(
  bind: Bind,
  tree: SearchNode,
  columns: readonly Column[],
  now: bigint,
): string {
  const tests = createTextTests(bind)
  return compile(tree)

  function compile(node: SearchNode): string {
    switch (node.kind) {
      case 'and':
      case 'or':
        return `(${node.nodes.map(compile).join(node.kind === 'and' ? ' AND ' : ' OR ')})`
      case 'not':
        return `NOT ${compile(node.node)}`
      case 'words':
        throw new Error('Words behind a table: the parser should have said so')
      default:
        return `ifNull(${ofColumn(node)}, 0)`
    }
  }

  function ofColumn(node: FieldNode): string {
    const column = columns.find(({ name }) => name === node.field)
    if (column === undefined) throw new Error(`No column ${node.field}: the parser should have said so`)
    const { id, type } = column
    if (type === 'list')
      return node.kind === 'exists'
        ? `notEmpty(${id})`
        : `arrayExists(value -> ${textTest(node)('value')}, ${id})`
    if (node.kind === 'exists') return `isNotNull(${id})`
    if (type === 'time')
      return node.kind === 'is' || node.kind === 'range'
        ? timeCondition(bind, id, node, now)
        : textTest(node)(`toString(${id})`)
    return type === 'number' ? ofNumber(node, id) : textTest(node)(id)
  }

  function ofNumber(node: FieldNode, id: string): string {
    if (node.kind === 'is') {
      const plain = plainText(node.pattern)
      if (plain === undefined) return textTest(node)(`toString(${id})`)
      return NUMERIC.test(plain) ? `${id} = ${bind('Float64', Number(plain))}` : '0'
    }
    if (node.kind !== 'range') return textTest(node)(`toString(${id})`)
    const bounds: readonly (readonly [Bound | undefined, string])[] = [
      [node.low, '>'],
      [node.high, '<'],
    ]
    const parts = bounds.flatMap(([bound, sign]) => {
      if (bound === undefined) return []
      if (!NUMERIC.test(bound.value)) return ['0']
      return [`${id} ${sign}${bound.inclusive ? '=' : ''} ${bind('Float64', Number(bound.value))}`]
    })
    return `(${parts.join(' AND ')})`
  }

  function textTest(node: FieldNode): TextTest {
    switch (node.kind) {
      case 'is':
        return tests.patternTest(node.pattern)
      case 'exists':
        return () => '1'
      case 'range':
        return tests.rangeTest(node.low, node.high)
      case 'network':
        return tests.networkTest(node.network)
      case 'regex':
        return tests.regexTest(node.regex)
    }
  }
}
