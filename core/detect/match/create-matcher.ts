import type { Condition, Test } from '../rule/condition.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { createRouter } from '../sources/create-router.ts'
import { eventFields, type SourceFamily } from '../sources/log-sources.ts'
import { compileTest, type Holds, type ResolvedTest } from './compile-test.ts'
import { createPartitions } from './create-partitions.ts'
import { createEventView, createSlots, type Slots } from './event-view.ts'
import { explainCondition } from './explain-condition.ts'
import { findWitness, type ResolvedCondition } from './find-witness.ts'
import type { Matcher } from './matcher.ts'
import { inRuleSet } from './rule-set.ts'

/**
 * Compiles rules to one matcher.
 * @param sources what rule fields and log sources mean in our events (`rules/log-sources`), or `as-is` for events
 *   that carry the names that the rules use: nothing is mapped and every rule meets every event
 */
export function createMatcher(
  rules: readonly SigmaRule[],
  sources: readonly SourceFamily[] | 'as-is',
): Matcher {
  const slots = createSlots()
  const families = sources === 'as-is' ? [] : sources
  const router = createRouter(families)
  const resolved = rules.map((rule) =>
    resolve(rule.condition, slots, (field) => eventFields(families, rule.logSource, field)),
  )
  const view = createEventView(slots)
  const compile = createCompiler()
  const holds = resolved.map(compile)
  const witnesses = resolved.map(findWitness)
  const partitions = createPartitions(rules, router, witnesses)

  return {
    rules,
    match(event, enabled) {
      view.show(event)
      const found: number[] = []
      partitions.of(event).wake(view, (rule) => {
        if (enabled !== undefined && !inRuleSet(enabled, rule)) return
        if (holds[rule]?.(view)) found.push(rule)
      })
      return found.sort((a, b) => a - b).flatMap((rule) => rules[rule] ?? [])
    },
    explain(rule, event) {
      const condition = resolved[rules.indexOf(rule)]
      if (!condition) throw new RangeError(`the matcher does not hold the rule ${rule.id}`)
      view.show(event)
      const explained = explainCondition(condition, view, slots, event)
      const routed = router.applies(rule.logSource, event)
      return { matches: routed && explained.holds, routed, condition: explained }
    },
  }
}

function resolve(
  condition: Condition,
  slots: Slots,
  fieldsOf: (field: string) => readonly string[],
): ResolvedCondition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((child) => resolve(child, slots, fieldsOf)) }
    case 'not':
      return { kind: 'not', of: resolve(condition.of, slots, fieldsOf) }
    case 'selection':
      return { kind: 'selection', name: condition.name, of: resolve(condition.of, slots, fieldsOf) }
    case 'test': {
      const { test } = condition
      const slot = test.field === undefined ? undefined : slots.slotOf(fieldsOf(test.field))
      const otherSlot = test.op === 'fieldref' ? slots.slotOf(fieldsOf(test.other)) : undefined
      return { kind: 'test', test: { test, slot, otherSlot } }
    }
  }
}

/** Conditions to functions; equal tests are compiled once and answered once per event. */
function createCompiler(): (condition: ResolvedCondition) => Holds {
  const tests = new Map<string, Holds>()

  function shared(test: ResolvedTest): Holds {
    const key = JSON.stringify([test.slot, test.otherSlot, { ...test.test, field: undefined }])
    const known = tests.get(key)
    if (known) return known
    const holds = remembered(compileTest(test))
    tests.set(key, holds)
    return holds
  }

  return function compile(condition): Holds {
    switch (condition.kind) {
      case 'test':
        return shared(condition.test)
      case 'selection':
        return compile(condition.of)
      case 'not': {
        const inner = compile(condition.of)
        return (view) => !inner(view)
      }
      case 'all':
      case 'any': {
        const byCost = [...condition.of].sort((a, b) => costOf(a) - costOf(b))
        const children = byCost.map(compile)
        return condition.kind === 'all'
          ? (view) => children.every((child) => child(view))
          : (view) => children.some((child) => child(view))
      }
    }
  }
}

function remembered(holds: Holds): Holds {
  let epoch = 0
  let truth = false
  return (view) => {
    if (epoch === view.epoch) return truth
    epoch = view.epoch
    truth = holds(view)
    return truth
  }
}

const COST: Readonly<Record<Test['op'], number>> = {
  null: 1,
  exists: 1,
  text: 2,
  compare: 4,
  fieldref: 4,
  cidr: 8,
  time: 8,
  regex: 60,
}

function costOf(condition: ResolvedCondition): number {
  switch (condition.kind) {
    case 'test':
      return COST[condition.test.test.op] * (condition.test.slot === undefined ? 20 : 1)
    case 'not':
    case 'selection':
      return costOf(condition.of)
    case 'all':
    case 'any':
      return condition.of.reduce((sum, child) => sum + costOf(child), 0)
  }
}
