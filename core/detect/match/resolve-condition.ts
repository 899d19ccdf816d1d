import type { Condition, Test } from '../rule/condition.ts'
import type { ResolvedTest } from './compile-test.ts'
import type { Leaf, Leaves } from './leaf.ts'
import type { Slots } from './slot.ts'

/** The condition of a rule, its field names resolved to slots; names of selections are left out. */
export type ResolvedCondition =
  | { kind: 'all' | 'any'; of: readonly ResolvedCondition[] }
  | { kind: 'not'; of: ResolvedCondition }
  | { kind: 'test'; test: ResolvedTest; leaf: Leaf }

/** Where the fields and tests of rules are looked up, so that equal ones are one. */
export interface Scope {
  slots: Slots
  leaves: Leaves
  /** The event fields that a field of the rule stands for, in the order they are looked for. */
  namesOf(field: string): readonly string[]
}

export function resolveCondition(condition: Condition, scope: Scope): ResolvedCondition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((child) => resolveCondition(child, scope)) }
    case 'not':
      return { kind: 'not', of: resolveCondition(condition.of, scope) }
    case 'selection':
      return resolveCondition(condition.of, scope)
    case 'test': {
      const test = resolveTest(condition.test, scope)
      return { kind: 'test', test, leaf: scope.leaves.leafOf(test) }
    }
  }
}

export function resolveTest(test: Test, { slots, namesOf }: Pick<Scope, 'slots' | 'namesOf'>): ResolvedTest {
  const slot = test.field === undefined ? undefined : slots.slotOf(namesOf(test.field))
  const otherSlot = test.op === 'fieldref' ? slots.slotOf(namesOf(test.other)) : undefined
  return { test, slot, otherSlot }
}
