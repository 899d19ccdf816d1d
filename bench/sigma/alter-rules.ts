import type { Condition, Test, TextPattern } from '#core/detect/rule/condition'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'

/** A copy of a rule with another id, every literal of which is another: it shares no test with the original. */
export function alterRule(rule: SigmaRule, copy: number): SigmaRule {
  return { ...rule, id: `${rule.id}-${copy}`, condition: alterCondition(rule.condition, copy) }
}

function alterCondition(condition: Condition, copy: number): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((child) => alterCondition(child, copy)) }
    case 'not':
      return { kind: 'not', of: alterCondition(condition.of, copy) }
    case 'selection':
      return { ...condition, of: alterCondition(condition.of, copy) }
    case 'test':
      return { kind: 'test', test: alterTest(condition.test, copy) }
  }
}

function alterTest(test: Test, copy: number): Test {
  switch (test.op) {
    case 'text':
      return { ...test, pattern: alterPattern(test.pattern, copy) }
    case 'regex':
      return { ...test, source: `(?:${test.source})~${copy}` }
    case 'cidr':
      return {
        ...test,
        network: test.network.replace(/^\d+(?=\.)/, (octet) => String((Number(octet) + copy) % 224)),
      }
    case 'compare':
      return { ...test, value: test.value + copy }
    default:
      return test
  }
}

/** Letters in the middle of each literal: its ends, where paths and extensions are alike, stay. */
function alterPattern(pattern: TextPattern, copy: number): TextPattern {
  return pattern.map((part) => {
    if (typeof part !== 'string') return part
    const middle = part.length >> 1
    return `${part.slice(0, middle)}${String.fromCharCode(97 + copy)}q${part.slice(middle)}`
  })
}
