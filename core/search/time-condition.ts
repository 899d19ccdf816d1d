import { plainText } from './read-pattern.ts'
import type { SearchNode } from './search-node.ts'
import type { Bind } from './text-tests.ts'
import { timeSpanOf } from './time-span-of.ts'

/**
 * What a search asks of a column of times: bounds the engine can look up, since events are ordered by their time. A bound
 * is a stretch: `<= 2026-11-27` takes in the whole day.
 */
export function timeCondition(
  bind: Bind,
  column: string,
  node: SearchNode & { kind: 'is' | 'range' },
  now: bigint,
): string {
  const moment = (time: bigint) => `fromUnixTimestamp64Nano(${bind('Int64', inInt64(time))}, 'UTC')`
  if (node.kind === 'is') {
    const span = timeSpanOf(plainText(node.pattern) ?? '', now)
    return span === undefined ? '0' : `(${column} >= ${moment(span.from)} AND ${column} < ${moment(span.to)})`
  }
  const tests: string[] = []
  for (const [bound, isLow] of [
    [node.low, true],
    [node.high, false],
  ] as const) {
    if (bound === undefined) continue
    const span = timeSpanOf(bound.value, now)
    if (span === undefined) return '0'
    tests.push(
      isLow
        ? `${column} >= ${moment(bound.inclusive ? span.from : span.to)}`
        : `${column} < ${moment(bound.inclusive ? span.to : span.from)}`,
    )
  }
  return `(${tests.join(' AND ')})`
}

const LAST = 2n ** 63n - 1n

function inInt64(time: bigint): bigint {
  if (time > LAST) return LAST
  return time < -LAST ? -LAST : time
}
