import type { EventView } from './event-view.ts'
import type { Witness } from './find-witness.ts'
import type { GramCounts } from './grams.ts'
import { type Leaf, leafHolds } from './leaf.ts'
import type { Slot, Texts } from './slot.ts'
import { isWide, type TextBuffer } from './text-buffer.ts'
import { createTextFilter, type Needle, type TextFilter } from './text-filter.ts'

/** The rules that events of one kind meet, indexed by what wakes them. */
export interface Partition {
  /** Adds every rule that could hold, some more than once. */
  wake(view: EventView, buffer: TextBuffer, woken: number[]): void
  readonly bytes: number
}

/** Rules that wait for something of a slot's value. */
interface Waiting {
  slot: Slot
  rules: number[]
}

interface ValueIndex {
  slot: Slot
  rules: Map<string, number[]>
}

export function createPartition(
  rules: readonly number[],
  witnessOf: (rule: number) => readonly Witness[] | undefined,
  grams: GramCounts,
): Partition {
  const always: number[] = []
  const present = new Map<Slot, Waiting>()
  const wide = new Map<Slot, Waiting>()
  const values = new Map<Slot, ValueIndex>()
  const inSlots = createAlarms()
  const inLine = createAlarms()
  const texts = new Set<Slot>()

  function file(rule: number, witness: Witness): void {
    switch (witness.by) {
      case 'presence':
        wait(present, witness.slot, rule)
        break
      case 'wide':
        wait(wide, witness.slot, rule)
        break
      case 'value':
        waitForValue(values, witness.slot, witness.text, rule)
        break
      case 'text':
        if (witness.slot) texts.add(witness.slot)
        ;(witness.slot ? inSlots : inLine).add(rule, witness)
    }
  }

  for (const rule of rules) {
    const own = witnessOf(rule)
    if (!own) always.push(rule)
    for (const witness of own ?? []) file(rule, witness)
  }
  const parts: Parts = {
    always,
    present: [...present.values()],
    wide: [...wide.values()],
    values: [...values.values()],
    texts: [...texts],
    slotFilter: inSlots.filter(grams),
    slotAlarms: inSlots.alarms,
    lineFilter: inLine.filter(grams),
    lineAlarms: inLine.alarms,
  }
  return {
    wake: (view, buffer, woken) => wake(parts, view, buffer, woken),
    bytes: inSlots.bytes + inLine.bytes + (parts.slotFilter?.bytes ?? 0) + (parts.lineFilter?.bytes ?? 0),
  }
}

interface Parts {
  always: readonly number[]
  present: readonly Waiting[]
  wide: readonly Waiting[]
  values: readonly ValueIndex[]
  /** Slots whose texts the filter is for. */
  texts: readonly Slot[]
  slotFilter: TextFilter | undefined
  slotAlarms: readonly Alarm[]
  lineFilter: TextFilter | undefined
  lineAlarms: readonly Alarm[]
}

function wake(parts: Parts, view: EventView, buffer: TextBuffer, woken: number[]): void {
  append(woken, parts.always)
  for (const { slot, rules } of parts.present) if (view.value(slot) !== undefined) append(woken, rules)
  for (const { slot, rules } of parts.wide) if (hasWideText(view.text(slot))) append(woken, rules)
  for (const { slot, rules } of parts.values) {
    const folded = view.folded(slot)
    if (typeof folded === 'string') append(woken, rules.get(folded))
    else if (folded) for (const text of folded) append(woken, rules.get(text))
  }
  const { slotFilter, lineFilter } = parts
  if (slotFilter) sound(slotFilter, parts.slotAlarms, joinTexts(view, parts.texts), view, buffer, woken)
  if (!lineFilter) return
  if (view.isPlain()) sound(lineFilter, parts.lineAlarms, view.event.raw, view, buffer, woken)
  // The line may write a keyword in other characters.
  else for (const { rules } of parts.lineAlarms) append(woken, rules)
}

const suspects: number[] = []

function sound(
  filter: TextFilter,
  alarms: readonly Alarm[],
  text: string,
  view: EventView,
  buffer: TextBuffer,
  woken: number[],
): void {
  suspects.length = 0
  filter.scan(buffer.words, buffer.write(text), suspects)
  for (let i = 0; i < suspects.length; i++) {
    const alarm = alarms[suspects[i] as number]
    if (alarm && leafHolds(alarm.leaf, view)) append(woken, alarm.rules)
  }
}

/** All texts of the slots, a `\0` before and behind each. */
function joinTexts(view: EventView, slots: readonly Slot[]): string {
  let joined = '\0'
  for (let i = 0; i < slots.length; i++) {
    const text = view.text(slots[i] as Slot)
    if (typeof text === 'string') joined += `${text}\0`
    else if (text) for (const one of text) joined += `${one}\0`
  }
  return joined
}

function hasWideText(texts: Texts): boolean {
  return typeof texts === 'string' ? isWide(texts) : (texts?.some(isWide) ?? false)
}

function append(woken: number[], rules: readonly number[] | undefined): void {
  if (rules) for (let i = 0; i < rules.length; i++) woken.push(rules[i] as number)
}

function wait(waiting: Map<Slot, Waiting>, slot: Slot, rule: number): void {
  const known = waiting.get(slot)
  if (known) known.rules.push(rule)
  else waiting.set(slot, { slot, rules: [rule] })
}

function waitForValue(indexes: Map<Slot, ValueIndex>, slot: Slot, text: string, rule: number): void {
  const index = indexes.get(slot) ?? { slot, rules: new Map<string, number[]>() }
  indexes.set(slot, index)
  const known = index.rules.get(text)
  if (known) known.push(rule)
  else index.rules.set(text, [rule])
}

/** Rules that wait for a text, and what to ask when it may be there. */
interface Alarm {
  leaf: Leaf
  rules: number[]
}

const ALARM_BYTES = 200

function createAlarms() {
  const alarms: Alarm[] = []
  const needles: Needle[] = []
  const places = new Map<Leaf, Map<string, number>>()
  return {
    alarms,
    add(rule: number, { text, leaf }: Witness & { by: 'text' }): void {
      const known = places.get(leaf) ?? new Map<string, number>()
      places.set(leaf, known)
      const alarm = alarms[known.get(text) ?? alarms.length]
      if (alarm) {
        alarm.rules.push(rule)
        return
      }
      known.set(text, alarms.length)
      needles.push({ text, place: alarms.length })
      alarms.push({ leaf, rules: [rule] })
    },
    filter: (grams: GramCounts) => (needles.length > 0 ? createTextFilter(needles, grams) : undefined),
    get bytes() {
      return alarms.length * ALARM_BYTES
    },
  }
}
