import { ANY } from '../rule/condition.ts'
import { fold } from '../values/fold.ts'
import type { ResolvedTest } from './compile-test.ts'

/** The condition of a rule with resolved leaves. */
export type ResolvedCondition =
  | { kind: 'all' | 'any'; of: readonly ResolvedCondition[] }
  | { kind: 'not'; of: ResolvedCondition }
  | { kind: 'selection'; name: string; of: ResolvedCondition }
  | { kind: 'test'; test: ResolvedTest }

/** A cheap necessary condition: a field has a value (whole, or behind its last separator), or is there at all. */
export type Witness = { slot: number; by: 'value' | 'base'; text: string } | { slot: number; by: 'presence' }

/** What a value holds behind its last slash or backslash. */
export function baseName(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
}

const COST = { value: 1, base: 1, presence: 100 }

/**
 * Witnesses of which one must hold whenever the condition does, the cheapest set there is;
 * undefined when the rule may hold without any.
 */
export function findWitness(condition: ResolvedCondition): Witness[] | undefined {
  return cheapest(condition)?.witnesses
}

interface Found {
  witnesses: Witness[]
  cost: number
}

function cheapest(condition: ResolvedCondition): Found | undefined {
  switch (condition.kind) {
    case 'not':
      return undefined
    case 'selection':
      return cheapest(condition.of)
    case 'all': {
      let best: Found | undefined
      for (const child of condition.of) {
        const found = cheapest(child)
        if (found && (!best || found.cost < best.cost)) best = found
      }
      return best
    }
    case 'any': {
      const sum: Found = { witnesses: [], cost: 0 }
      const slots = new Set<number>()
      for (const child of condition.of) {
        const found = cheapest(child)
        if (!found) return undefined
        for (const witness of found.witnesses) {
          if (witness.by === 'presence' && slots.has(witness.slot)) continue
          if (witness.by === 'presence') slots.add(witness.slot)
          sum.witnesses.push(witness)
          sum.cost += COST[witness.by]
        }
      }
      return sum
    }
    case 'test': {
      const witness = witnessOf(condition.test)
      return witness && { witnesses: [witness], cost: COST[witness.by] }
    }
  }
}

function witnessOf({ test, slot }: ResolvedTest): Witness | undefined {
  if (slot === undefined || test.op === 'null') return undefined
  if (test.op === 'exists') return test.present ? { slot, by: 'presence' } : undefined
  if (test.op !== 'text') return { slot, by: 'presence' }
  const [first, second] = test.pattern
  if (test.pattern.length === 0) return { slot, by: 'value', text: '' }
  if (test.pattern.length === 1 && typeof first === 'string') return { slot, by: 'value', text: fold(first) }
  if (test.pattern.length === 2 && first === ANY && typeof second === 'string' && /[\\/]/.test(second)) {
    return { slot, by: 'base', text: baseName(fold(second)) }
  }
  return { slot, by: 'presence' }
}
