import type { FieldValue, Scalar } from '../../event/event.ts'
import { fold } from '../values/fold.ts'
import { type LineKind, lineKind } from '../values/line-kind.ts'
import { MAX_LIST_VALUES } from '../values/max-list-values.ts'
import { OUR_WORDS } from '../values/our-words.ts'
import { type Address, readAddress } from '../values/read-address.ts'
import type { MatchInput } from './matcher.ts'
import type { Slot, Texts } from './slot.ts'
import { createTextSketch, type SketchedNeedle } from './text-sketch.ts'

/** What tests read of the event at hand; everything is computed at most once per event. */
export interface EventView {
  /** Counts events: what was computed under another epoch is stale. */
  readonly epoch: number
  readonly event: MatchInput
  /** Of the event's fields. */
  readonly names: readonly string[]
  show(event: MatchInput): void
  /** Undefined when the event has none of the slot's fields, null when it says so. */
  value(slot: Slot): FieldValue | null | undefined
  text(slot: Slot): Texts
  folded(slot: Slot): Texts
  /** Those of the slot's texts that are addresses. */
  addresses(slot: Slot): readonly Address[]
  /** False when no text of the slot holds the needle, folded. */
  mayContain(slot: Slot, needle: SketchedNeedle): boolean
  keywords(): readonly string[]
  foldedKeywords(): readonly string[]
  line(): LineKind
  /**
   * False when a line of JSON does not hold the {@link ordinaryRun} of a keyword: a value that does is not of the line.
   * @param run folded
   */
  mayHold(run: string): boolean
}

/** A sketch of a text costs as much as a few searches in it. */
const LONG = 256
const FEW = 2

const OURS = new Set(OUR_WORDS)

export function createEventView(): EventView {
  let keywords: readonly string[] | undefined
  let foldedKeywords: readonly string[] | undefined
  let line: LineKind | undefined
  let foldedRaw: string | undefined

  const view = {
    epoch: 0,
    event: { fields: {}, raw: '' } as MatchInput,
    names: [] as readonly string[],
    show(next: MatchInput) {
      view.event = next
      keywords = undefined
      foldedKeywords = undefined
      line = undefined
      view.names = Object.keys(next.fields)
      foldedRaw = undefined
      view.epoch++
    },
    value(slot: Slot) {
      if (slot.valueEpoch === view.epoch) return slot.value
      slot.valueEpoch = view.epoch
      const { fields } = view.event
      let found: FieldValue | null | undefined
      for (const name of slot.names) {
        found = fields[name]
        if (found !== undefined && isValue(found)) break
        found = undefined
      }
      slot.value = found
      return found
    },
    text(slot: Slot) {
      if (slot.textEpoch === view.epoch) return slot.text
      slot.textEpoch = view.epoch
      const value = view.value(slot)
      slot.text = value === undefined || value === null ? undefined : textOf(value)
      return slot.text
    },
    folded(slot: Slot) {
      if (slot.foldEpoch === view.epoch) return slot.folded
      slot.foldEpoch = view.epoch
      const text = view.text(slot)
      slot.folded = text === undefined || typeof text === 'string' ? text && fold(text) : text.map(fold)
      return slot.folded
    },
    addresses(slot: Slot) {
      if (slot.addressEpoch === view.epoch) return slot.addresses
      slot.addressEpoch = view.epoch
      slot.addresses = addressesOf(view.text(slot))
      return slot.addresses
    },
    mayContain(slot: Slot, needle: SketchedNeedle) {
      const text = view.folded(slot)
      if (typeof text !== 'string' || text.length < LONG) return true
      if (slot.sketchEpoch !== view.epoch) {
        slot.sketchEpoch = view.epoch
        slot.sought = 0
      }
      if (++slot.sought < FEW) return true
      slot.sketch ??= createTextSketch()
      if (slot.sought === FEW) slot.sketch.take(text)
      return slot.sketch.mayHold(needle)
    },
    keywords() {
      keywords ??= view.line() === 'text' ? [view.event.raw] : valuesOf(view.event)
      return keywords
    },
    foldedKeywords() {
      foldedKeywords ??= view.keywords().map(fold)
      return foldedKeywords
    },
    line() {
      line ??= lineKind(view.event.raw)
      return line
    },
    mayHold(run: string) {
      if (view.line() !== 'json') return true
      foldedRaw ??= fold(view.event.raw)
      return foldedRaw.includes(run)
    },
  }
  return view
}

/** Events without our parsers may have a prototype: `constructor` is no field. */
function isValue(value: FieldValue | null): boolean {
  return typeof value === 'object' ? value === null || Array.isArray(value) : typeof value !== 'function'
}

function textOf(value: FieldValue): string | readonly string[] {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? textsOf(value) : String(value)
}

function textsOf(values: readonly Scalar[]): string[] {
  return values.slice(0, MAX_LIST_VALUES).map(String)
}

const NONE: readonly Address[] = []

function addressesOf(text: Texts): readonly Address[] {
  if (text === undefined) return NONE
  if (typeof text !== 'string') return text.flatMap((one) => readAddress(one) ?? [])
  const address = readAddress(text)
  return address ? [address] : NONE
}

/** Where keywords are sought when not in the line itself: names do not count. */
function valuesOf({ fields }: MatchInput): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === null || OURS.has(name) ? [] : typeof value === 'object' ? textsOf(value) : [String(value)],
  )
}
