import type { Explained } from '#core/detect/match/matcher'

export type ExplainedTest = Extract<Explained, { kind: 'test' }>

/**
 * The tests that kept a condition from being what someone wanted: had they come out otherwise, so would it.
 * Empty when it is as wanted.
 */
export function blameOf(node: Explained, wanted: boolean): ExplainedTest[] {
  if (node.holds === wanted) return []
  switch (node.kind) {
    case 'test':
      return [node]
    case 'not':
      return node.of.flatMap((child) => blameOf(child, !wanted))
    default:
      return node.of.flatMap((child) => blameOf(child, wanted))
  }
}
