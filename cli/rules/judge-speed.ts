import type { Condition, Test } from '#core/detect/rule/condition'

/**
 * What has to be true whenever a rule matches, and so narrows down the events it is judged for: a literal, no more
 * than that a field is there, a regular expression that can begin anywhere, or nothing at all.
 */
export type Narrowing = 'literal' | 'presence' | 'regex' | 'nothing'

const ORDER: readonly Narrowing[] = ['literal', 'presence', 'regex', 'nothing']
/** Shorter pieces are in every second value, unless they are of letters that hardly any has. */
const LITERAL = /.{3}|[^\0-\x7f]/su

export function judgeSpeed(condition: Condition): Narrowing {
  switch (condition.kind) {
    case 'not':
      return 'nothing'
    case 'selection':
      return judgeSpeed(condition.of)
    case 'all':
      return ORDER[Math.min(...condition.of.map(rankOf))] ?? 'nothing'
    case 'any':
      return ORDER[Math.max(...condition.of.map(rankOf))] ?? 'nothing'
    case 'test':
      return ofTest(condition.test)
  }
}

const rankOf = (condition: Condition): number => ORDER.indexOf(judgeSpeed(condition))

function ofTest(test: Test): Narrowing {
  switch (test.op) {
    case 'null':
      return 'nothing'
    case 'exists':
      return test.present ? 'presence' : 'nothing'
    case 'text': {
      const whole = test.field !== undefined && !test.pattern.some((part) => typeof part !== 'string')
      const rare = test.pattern.some((part) => typeof part === 'string' && LITERAL.test(part))
      return whole || rare ? 'literal' : 'presence'
    }
    case 'regex':
      return hasLiteral(test.source) ? 'literal' : 'regex'
    default:
      return 'presence'
  }
}

/** Roughly: what is left of an expression without classes and escapes holds a word. */
function hasLiteral(source: string): boolean {
  const bare = source.replace(/\\[a-zA-Z]|\[(?:\\.|[^\]\\])*\]|\(\?[a-zA-Z:]*/g, ' ').replace(/\\(.)/g, '$1')
  return /[^\s.*+?^$|(){}]{3,}/.test(bare)
}
