import type { FieldValue, Scalar } from '../../event/event.ts'
import { fold } from '../values/fold.ts'
import type { MatchInput } from './matcher.ts'

/** What tests read of the event at hand; values are looked up and folded at most once per event. */
export interface EventView {
  /** Counts events: what was computed under another epoch is stale. */
  readonly epoch: number
  show(event: MatchInput): void
  /** Undefined when the event has none of the slot's fields, null when it says so. */
  value(slot: number): FieldValue | null | undefined
  text(slot: number): string | readonly string[] | undefined
  folded(slot: number): string | readonly string[] | undefined
  keywords(): readonly string[]
  foldedKeywords(): readonly string[]
}

/** Slots: the distinct lists of event fields that rule fields may stand for; the first one present is read. */
export interface Slots {
  slotOf(names: readonly string[]): number
  namesOf(slot: number): readonly string[]
  readonly size: number
}

export function createSlots(): Slots {
  const slots: (readonly string[])[] = []
  const known = new Map<string, number>()
  return {
    slotOf(names) {
      const key = names.join('\n')
      const slot = known.get(key) ?? slots.push(names) - 1
      known.set(key, slot)
      return slot
    },
    namesOf: (slot) => slots[slot] ?? [],
    get size() {
      return slots.length
    },
  }
}

/** Of a longer list the first values are tested: a sender pays one byte for a value, we a test of each rule. */
const MAX_VALUES = 1_000

/** Added by parsers and categories: words of ours, not of the log. */
const OURS =
  /^(event\.(kind|category|type|outcome|severity|module|dataset|provider)|ecs\.version|log\.level)$/

/** @param slots complete: later ones are not seen */
export function createEventView(slots: Slots): EventView {
  const names = Array.from({ length: slots.size }, (_, slot) => slots.namesOf(slot))
  const values = new Array<FieldValue | null | undefined>(names.length)
  const texts = new Array<string | readonly string[] | undefined>(names.length)
  const lowers = new Array<string | readonly string[] | undefined>(names.length)
  const valueEpoch = new Float64Array(names.length)
  const textEpoch = new Float64Array(names.length)
  const foldEpoch = new Float64Array(names.length)
  let event: MatchInput = { fields: {}, raw: '' }
  let keywords: readonly string[] | undefined
  let foldedKeywords: readonly string[] | undefined

  const view = {
    epoch: 0,
    show(next: MatchInput) {
      event = next
      keywords = undefined
      foldedKeywords = undefined
      view.epoch++
    },
    value(slot: number) {
      if (valueEpoch[slot] === view.epoch) return values[slot]
      valueEpoch[slot] = view.epoch
      let found: FieldValue | null | undefined
      for (const name of names[slot] ?? []) {
        if (!Object.hasOwn(event.fields, name)) continue
        found = event.fields[name]
        if (found !== undefined) break
      }
      values[slot] = found
      return found
    },
    text(slot: number) {
      if (textEpoch[slot] === view.epoch) return texts[slot]
      textEpoch[slot] = view.epoch
      const value = view.value(slot)
      const text = value === undefined || value === null ? undefined : textOf(value)
      texts[slot] = text
      return text
    },
    folded(slot: number) {
      if (foldEpoch[slot] === view.epoch) return lowers[slot]
      foldEpoch[slot] = view.epoch
      const text = view.text(slot)
      const lower = text === undefined || typeof text === 'string' ? text && fold(text) : text.map(fold)
      lowers[slot] = lower
      return lower
    },
    keywords() {
      keywords ??= keywordsOf(event)
      return keywords
    },
    foldedKeywords() {
      foldedKeywords ??= view.keywords().map(fold)
      return foldedKeywords
    },
  }
  return view
}

function textOf(value: FieldValue): string | readonly string[] {
  return typeof value === 'object' ? textsOf(value) : String(value)
}

function textsOf(values: readonly Scalar[]): string[] {
  return values.slice(0, MAX_VALUES).map(String)
}

/** Where keywords are sought: the line itself, or for JSON and XML its values, so that names do not count. */
function keywordsOf({ fields, raw }: MatchInput): readonly string[] {
  if (raw !== '' && !/^\s*(?:[{[]|<[?!a-z])/i.test(raw)) return [raw]
  return Object.entries(fields).flatMap(([name, value]) =>
    value === null || OURS.test(name) ? [] : typeof value === 'object' ? textsOf(value) : [String(value)],
  )
}
