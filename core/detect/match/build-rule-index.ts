import type { Condition } from '../rule/condition.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { eventFields, type SourceFamily } from '../sources/log-sources.ts'
import { fold } from '../values/fold.ts'
import { compileCondition } from './compile-condition.ts'
import { createPartitions } from './create-partitions.ts'
import type { Route } from './create-routes.ts'
import type { EventView } from './event-view.ts'
import { findWitness } from './find-witness.ts'
import { createGramCounts, type GramCounts } from './grams.ts'
import { createLeaves, type Leaf } from './leaf.ts'
import { nodeHolds } from './node.ts'
import { resolveCondition } from './resolve-condition.ts'
import { createSlots, type Slot } from './slot.ts'
import type { TextBuffer } from './text-buffer.ts'

/** Rules compiled together. Never changed. */
export interface RuleIndex {
  readonly rules: readonly SigmaRule[]
  /** Adds the places of the rules that hold, in no order, each once. */
  find(route: Route, view: EventView, buffer: TextBuffer, found: number[]): void
  readonly slots: ReadonlyMap<string, Slot>
  readonly leaves: ReadonlyMap<string, Leaf>
  readonly bytes: number
}

/**
 * Pauses after each rule, three times.
 * @param base an index whose slots and leaves are used where they fit, so that their answers are shared
 */
export function* buildRuleIndex(
  rules: readonly SigmaRule[],
  families: readonly SourceFamily[],
  base?: RuleIndex,
): Generator<undefined, RuleIndex> {
  const slots = createSlots(base?.slots)
  const leaves = createLeaves(base?.leaves)
  const namesOf = createNames(families)
  const resolved = yield* mapInSteps(rules, (rule) =>
    resolveCondition(rule.condition, { slots, leaves, namesOf: (field) => namesOf(rule, field) }),
  )
  const nodes = yield* mapInSteps(resolved, (condition) => compileCondition(condition, base === undefined))
  const grams = yield* countGrams(rules, slots.known)
  let events = 0
  const partitions = createPartitions({
    ...{ rules, grams },
    witnessOf(rule) {
      const condition = resolved[rule]
      return condition && findWitness(condition, events)
    },
  })
  const judged = new Float64Array(rules.length)
  const woken: number[] = []

  return {
    rules,
    slots: slots.known,
    leaves: leaves.known,
    find(route, view, buffer, found) {
      events++
      woken.length = 0
      partitions.wake(route, view, buffer, woken)
      for (let i = 0; i < woken.length; i++) {
        const rule = woken[i] as number
        if (judged[rule] === view.epoch) continue
        judged[rule] = view.epoch
        const node = nodes[rule]
        if (node && nodeHolds(node, view)) found.push(rule)
      }
    },
    get bytes() {
      return partitions.bytes + leaves.known.size * LEAF_BYTES + rules.length * RULE_BYTES
    },
  }
}

function* mapInSteps<From, To>(list: readonly From[], map: (one: From) => To): Generator<undefined, To[]> {
  const mapped: To[] = []
  for (const one of list) {
    mapped.push(map(one))
    yield
  }
  return mapped
}

/** Of the texts that rules seek and of the names of fields. */
function* countGrams(
  rules: readonly SigmaRule[],
  slots: ReadonlyMap<string, Slot>,
): Generator<undefined, GramCounts> {
  const grams = createGramCounts()
  for (const rule of rules) {
    for (const text of textsOf(rule.condition)) grams.add(fold(text))
    yield
  }
  for (const { names } of slots.values()) for (const name of names) grams.add(fold(name))
  return grams
}

function* textsOf(condition: Condition): Generator<string> {
  if (condition.kind === 'test') {
    const { test } = condition
    if (test.op === 'text') for (const part of test.pattern) if (typeof part === 'string') yield part
  } else if (condition.kind === 'all' || condition.kind === 'any') {
    for (const child of condition.of) yield* textsOf(child)
  } else {
    yield* textsOf(condition.of)
  }
}

/** Rough: with them `reported_mb` of `npm run bench:sigma` comes near what the process grew by. */
const LEAF_BYTES = 600
const RULE_BYTES = 2_000

/** Rules of one log source ask for the same few fields. */
function createNames(families: readonly SourceFamily[]) {
  const known = new Map<string, Map<string, readonly string[]>>()
  return ({ logSource }: SigmaRule, field: string): readonly string[] => {
    const source = `${logSource.product} ${logSource.category} ${logSource.service}`
    const fields = known.get(source) ?? new Map<string, readonly string[]>()
    known.set(source, fields)
    const names = fields.get(field) ?? eventFields(families, logSource, field)
    fields.set(field, names)
    return names
  }
}
