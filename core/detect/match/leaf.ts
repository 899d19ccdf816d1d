import { compileTest, type Holds, type ResolvedTest } from './compile-test.ts'
import type { EventView } from './event-view.ts'

/** A test with its answer for the event at hand: equal tests of all rules are one leaf, answered once per event. */
export interface Leaf {
  readonly holds: Holds
  /** Leaves that hold whenever this one does: lists of texts that this text is in. */
  readonly implies: Leaf[]
  /** In how many places rules ask it. */
  uses: number
  /** How often it held. */
  held: number
  epoch: number
  truth: boolean
}

export function createLeaf(holds: Holds): Leaf {
  return { holds, implies: [], uses: 0, held: 0, epoch: 0, truth: false }
}

export function leafHolds(leaf: Leaf, view: EventView): boolean {
  if (leaf.epoch === view.epoch) return leaf.truth
  const truth = leaf.holds(view)
  leaf.epoch = view.epoch
  leaf.truth = truth
  if (truth) {
    leaf.held++
    for (const implied of leaf.implies) confirm(implied, view)
  }
  return truth
}

function confirm(leaf: Leaf, view: EventView): void {
  leaf.epoch = view.epoch
  leaf.truth = true
}

export interface Leaves {
  leafOf(test: ResolvedTest): Leaf
  readonly known: ReadonlyMap<string, Leaf>
}

/** @param base where leaves are looked for first; it stays as it is */
export function createLeaves(base?: ReadonlyMap<string, Leaf>): Leaves {
  const known = new Map<string, Leaf>()
  return {
    known,
    leafOf(test) {
      const key = keyOf(test)
      const shared = base?.get(key)
      if (shared) return shared
      const leaf = known.get(key) ?? createLeaf(compileTest(test))
      leaf.uses++
      known.set(key, leaf)
      return leaf
    },
  }
}

/** Equal for tests that always have the same answer. */
function keyOf({ test, slot, otherSlot }: ResolvedTest): string {
  const own = { ...test, field: undefined, other: undefined }
  return `${slot?.id ?? ''} ${otherSlot?.id ?? ''} ${JSON.stringify(own)}`
}
