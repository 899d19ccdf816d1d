import { SEVERITY_LEVELS } from '../event/detection.ts'
import { detectionFieldOf } from './detection-fields.ts'
import type { Bound, SearchNode } from './search-node.ts'
import type { TextTest, TextTests } from './text-tests.ts'

/**
 * What a search asks of a row of `detections`.
 * @returns undefined for a field that only events have
 */
export function detectionCondition(
  tests: TextTests,
  node: SearchNode & { field: string; kind: 'is' | 'exists' | 'range' | 'network' | 'regex' },
): string | undefined {
  const known = detectionFieldOf(node.field)
  if (known === undefined) return undefined
  const { column, kind } = known
  const test = kind === 'level' && node.kind === 'range' ? levelTest(node) : testOf(tests, node)
  return kind === 'list' ? `arrayExists(value -> ${test('value')}, ${column})` : test(column)
}

function testOf(
  tests: TextTests,
  node: SearchNode & { kind: 'is' | 'exists' | 'range' | 'network' | 'regex' },
): TextTest {
  switch (node.kind) {
    case 'is':
      return tests.patternTest(node.pattern)
    case 'exists':
      return (text) => `${text} != ''`
    case 'range':
      return tests.rangeTest(node.low, node.high)
    case 'network':
      return tests.networkTest(node.network)
    case 'regex':
      return tests.regexTest(node.regex)
  }
}

const LEVELS: readonly string[] = SEVERITY_LEVELS

/** Levels are in an order of their own: `>= medium` takes in high and critical. */
function levelTest({ low, high }: { low?: Bound; high?: Bound }): TextTest {
  const rankOf = (bound: Bound) => LEVELS.indexOf(bound.value.toLowerCase())
  const levels = LEVELS.filter((_, rank) => {
    const above = low === undefined || (low.inclusive ? rank >= rankOf(low) : rank > rankOf(low))
    return above && (high === undefined || (high.inclusive ? rank <= rankOf(high) : rank < rankOf(high)))
  })
  return (text) =>
    levels.length === 0 ? '0' : `${text} IN (${levels.map((level) => `'${level}'`).join(', ')})`
}
