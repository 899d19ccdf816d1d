import type { Test } from '../rule/condition.ts'
import { type PlainText, plainText } from '../rule/plain-text.ts'
import { createNetworkTable, type NetworkTable } from '../values/create-network-table.ts'
import { findAny } from '../values/find-any.ts'
import { fold } from '../values/fold.ts'
import { type Network, parseNetwork } from '../values/match-network.ts'
import type { Holds } from './compile-test.ts'
import { createLeaf, type Leaf } from './leaf.ts'
import type { Node } from './node.ts'
import type { ResolvedCondition } from './resolve-condition.ts'
import type { Slot } from './slot.ts'

type TestCondition = Extract<ResolvedCondition, { kind: 'test' }>

/** From so many texts sought in one field on, they are sought together. */
const LONG_LIST = 16

/**
 * A condition to a node; equal tests share a leaf, and cheap ones are asked first.
 * @param owned whether the leaves are the rules' own: leaves of a base that others share are not told of a tenant's lists
 */
export function compileCondition(condition: ResolvedCondition, owned: boolean): Node {
  switch (condition.kind) {
    case 'test':
      return leafNode(condition.leaf)
    case 'not':
      return { kind: 'not', leaf: undefined, of: [compileCondition(condition.of, owned)], slot: undefined }
    case 'all':
    case 'any': {
      const { lists, rest } =
        condition.kind === 'any' ? takeLongLists(condition.of, owned) : { lists: [], rest: condition.of }
      const byCost = [...rest].sort((a, b) => costOf(a) - costOf(b))
      const of = [...byCost.map((child) => compileCondition(child, owned)), ...lists.map(leafNode)]
      return { kind: condition.kind, leaf: undefined, of, slot: sharedSlot(condition.of) }
    }
  }
}

function leafNode(leaf: Leaf): Node {
  return { kind: 'leaf', leaf, of: [], slot: undefined }
}

/** The one that all of the tests ask for a value; undefined where there are several, or a test holds without one. */
function sharedSlot(conditions: readonly ResolvedCondition[]): Slot | undefined {
  const slots = new Set(
    conditions.map((condition) =>
      condition.kind === 'test' && condition.test.test.op !== 'null' && condition.test.test.op !== 'exists'
        ? condition.test.slot
        : undefined,
    ),
  )
  const [only] = slots
  return slots.size === 1 ? only : undefined
}

/** What many tests of one slot may be asked as: one leaf. */
interface ListKind {
  fits(test: Test): boolean
  holds(slot: Slot, tests: readonly Test[]): Holds
}

const LIST_KINDS: readonly ListKind[] = [
  { fits: (test) => soughtText(test) !== undefined, holds: holdsText },
  { fits: (test) => test.op === 'cidr', holds: holdsAddress },
]

/** Takes the long lists of texts or networks to find in one field out of alternatives, each as one leaf. */
function takeLongLists(
  conditions: readonly ResolvedCondition[],
  owned: boolean,
): {
  lists: Leaf[]
  rest: readonly ResolvedCondition[]
} {
  if (conditions.length < LONG_LIST) return { lists: [], rest: conditions }
  const lists: Leaf[] = []
  const taken = new Set<ResolvedCondition>()
  for (const kind of LIST_KINDS) {
    for (const [slot, members] of membersBySlot(conditions, kind)) {
      if (members.length < LONG_LIST) continue
      for (const condition of members) taken.add(condition)
      const list = createLeaf(
        kind.holds(
          slot,
          members.map(({ test }) => test.test),
        ),
      )
      if (owned) for (const { leaf } of members) leaf.implies.push(list)
      lists.push(list)
    }
  }
  return { lists, rest: conditions.filter((condition) => !taken.has(condition)) }
}

function membersBySlot(
  conditions: readonly ResolvedCondition[],
  { fits }: ListKind,
): ReadonlyMap<Slot, readonly TestCondition[]> {
  const bySlot = new Map<Slot, TestCondition[]>()
  for (const condition of conditions) {
    if (condition.kind !== 'test' || !condition.test.slot || !fits(condition.test.test)) continue
    const members = bySlot.get(condition.test.slot)
    if (members) members.push(condition)
    else bySlot.set(condition.test.slot, [condition])
  }
  return bySlot
}

function holdsText(slot: Slot, tests: readonly Test[]): Holds {
  let find: ((text: string) => boolean) | undefined
  return (view) => {
    const texts = view.folded(slot)
    if (texts === undefined) return false
    find ??= findAny(tests.flatMap((test) => soughtText(test) ?? []))
    return typeof texts === 'string' ? find(texts) : texts.some(find)
  }
}

function holdsAddress(slot: Slot, tests: readonly Test[]): Holds {
  let table: NetworkTable<true> | undefined
  return (view) => {
    const addresses = view.addresses(slot)
    if (addresses.length === 0) return false
    table ??= createNetworkTable(tests.flatMap(networkOf).map((network) => [network, true]))
    for (const address of addresses) if (table.find(address).length > 0) return true
    return false
  }
}

function networkOf(test: Test): Network[] {
  const network = test.op === 'cidr' ? parseNetwork(test.network) : undefined
  return network && !('wrong' in network) ? [network] : []
}

/** What a test seeks in a field without minding case, folded; undefined for a test of another kind. */
function soughtText(test: Test): PlainText | undefined {
  if (test.op !== 'text' || test.cased) return undefined
  const plain = plainText(test.pattern)
  return plain && plain.text !== '' ? { affix: plain.affix, text: fold(plain.text) } : undefined
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
      return costOf(condition.of)
    case 'all':
    case 'any':
      return condition.of.reduce((sum, child) => sum + costOf(child), 0)
  }
}
