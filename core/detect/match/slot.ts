import type { FieldValue } from '../../event/event.ts'
import type { Address } from '../values/read-address.ts'
import type { TextSketch } from './text-sketch.ts'

export type Texts = string | readonly string[] | undefined

/**
 * What a rule field stands for: event fields, of which the first one present is read. It remembers what it held in
 * the event at hand, so that a value is looked up and folded at most once per event, whoever asks.
 */
export interface Slot {
  readonly id: number
  readonly names: readonly string[]
  /** Epochs of {@link EventView} at which the members below were computed. */
  valueEpoch: number
  textEpoch: number
  foldEpoch: number
  value: FieldValue | null | undefined
  text: Texts
  folded: Texts
  addressEpoch: number
  addresses: readonly Address[]
  /** How many needles were sought in a long text of the event at hand, and its sketch from the first few on. */
  sketchEpoch: number
  sought: number
  sketch: TextSketch | undefined
}

/** Equal lists of names share a slot. */
export interface Slots {
  slotOf(names: readonly string[]): Slot
}

/** @param base where slots are looked for first; it stays as it is */
export function createSlots(base?: ReadonlyMap<string, Slot>): Slots & { known: Map<string, Slot> } {
  const known = new Map<string, Slot>()
  return {
    known,
    slotOf(names) {
      const key = names.join('\n')
      const found = base?.get(key) ?? known.get(key)
      if (found) return found
      const slot = createSlot((base?.size ?? 0) + known.size, names)
      known.set(key, slot)
      return slot
    },
  }
}

function createSlot(id: number, names: readonly string[]): Slot {
  return {
    ...{ id, names, valueEpoch: 0, textEpoch: 0, foldEpoch: 0 },
    ...{ value: undefined, text: undefined, folded: undefined },
    ...{ addressEpoch: 0, addresses: [] },
    ...{ sketchEpoch: 0, sought: 0, sketch: undefined },
  }
}
