import type { EventView } from './event-view.ts'
import { type Leaf, leafHolds } from './leaf.ts'
import type { Slot } from './slot.ts'

/** A condition ready to be judged. One shape for all kinds keeps the walk fast. */
export interface Node {
  readonly kind: 'leaf' | 'not' | 'all' | 'any'
  readonly leaf: Leaf | undefined
  readonly of: readonly Node[]
  /** Where this has no value, `any` does not hold. */
  readonly slot: Slot | undefined
}

export function nodeHolds(node: Node, view: EventView): boolean {
  switch (node.kind) {
    case 'leaf':
      return node.leaf !== undefined && leafHolds(node.leaf, view)
    case 'not':
      for (const child of node.of) if (nodeHolds(child, view)) return false
      return true
    case 'all':
      for (const child of node.of) if (!nodeHolds(child, view)) return false
      return true
    case 'any':
      if (node.slot && view.value(node.slot) === undefined) return false
      for (const child of node.of) if (nodeHolds(child, view)) return true
      return false
  }
}
