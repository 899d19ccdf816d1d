import type { EventView } from './event-view.ts'
import type { Witness } from './find-witness.ts'
import { type Leaf, leafHolds } from './leaf.ts'
import type { Slot } from './slot.ts'
import { isWide, type TextBuffer } from './text-buffer.ts'
import { createTextFilter, type Needle } from './text-filter.ts'

/** The rules that events of one kind meet, indexed by what wakes them. */
export interface Partition {
  /** Calls for every rule that could hold, some more than once. */
  wake(view: EventView, buffer: TextBuffer, judge: (rule: number) => void): void
  readonly bytes: number
}

interface Alarm {
  leaf: Leaf
  rules: number[]
}

interface ValueIndex {
  slot: Slot
  rules: Map<string, number[]>
}

export function createPartition(
  rules: readonly number[],
  witnesses: readonly (readonly Witness[] | undefined)[],
): Partition {
  const always: number[] = []
  const present = new Map<Slot, number[]>()
  const wide = new Map<Slot, number[]>()
  const values = new Map<Slot, Map<string, number[]>>()
  const alarms: Alarm[] = []
  const needles: Needle[] = []
  const alarmOf = new Map<string, number>()
  const texts = new Set<Slot>()
  /** Rules that wait for a keyword: a line that may write it in other characters wakes them all. */
  const byLine = new Set<number>()

  function file(rule: number, witness: Witness): void {
    switch (witness.by) {
      case 'presence':
        add(present, witness.slot, rule)
        break
      case 'wide':
        add(wide, witness.slot, rule)
        break
      case 'value': {
        const known = values.get(witness.slot) ?? new Map<string, number[]>()
        values.set(witness.slot, known)
        add(known, witness.text, rule)
        break
      }
      case 'text':
        fileText(rule, witness)
    }
  }

  function fileText(rule: number, { slot, text, leaf }: Witness & { by: 'text' }): void {
    if (slot) texts.add(slot)
    else byLine.add(rule)
    const key = `${slot?.id ?? ''} ${text}`
    const place = alarmOf.get(key)
    const alarm = place === undefined ? undefined : alarms[place]
    if (alarm?.leaf === leaf) {
      alarm.rules.push(rule)
      return
    }
    alarmOf.set(key, alarms.length)
    needles.push({ text, place: alarms.length })
    alarms.push({ leaf, rules: [rule] })
  }

  for (const rule of rules) {
    const own = witnesses[rule]
    if (!own) always.push(rule)
    for (const witness of own ?? []) file(rule, witness)
  }
  const filter = needles.length > 0 ? createTextFilter(needles) : undefined
  const textSlots = [...texts]
  const valueIndexes: ValueIndex[] = [...values].map(([slot, known]) => ({ slot, rules: known }))
  const lineRules = [...byLine]

  return {
    wake(view, buffer, judge) {
      const judgeAll = (woken: readonly number[] | undefined) => {
        if (woken) for (const rule of woken) judge(rule)
      }
      judgeAll(always)
      for (const [slot, woken] of present) if (view.value(slot) !== undefined) judgeAll(woken)
      for (const [slot, woken] of wide) if (someText(view, slot, isWide)) judgeAll(woken)
      for (const { slot, rules: known } of valueIndexes) {
        const folded = view.folded(slot)
        if (typeof folded === 'string') judgeAll(known.get(folded))
        else if (folded) for (const text of folded) judgeAll(known.get(text))
      }
      if (!filter) return
      buffer.clear()
      const joined = joinTexts(view, textSlots)
      if (joined !== '\0') buffer.write(joined)
      if (lineRules.length > 0) {
        if (view.isPlain()) buffer.write(view.event.raw)
        else judgeAll(lineRules)
      }
      filter.scan(buffer.words, buffer.count, (place) => {
        const alarm = alarms[place]
        if (alarm && leafHolds(alarm.leaf, view)) judgeAll(alarm.rules)
      })
    },
    bytes: (filter?.bytes ?? 0) + alarms.length * 64,
  }
}

/** All texts of the slots, a `\0` before and behind each. */
function joinTexts(view: EventView, slots: readonly Slot[]): string {
  let joined = '\0'
  for (const slot of slots) {
    const text = view.text(slot)
    if (typeof text === 'string') joined += `${text}\0`
    else if (text) for (const one of text) joined += `${one}\0`
  }
  return joined
}

function someText(view: EventView, slot: Slot, check: (text: string) => boolean): boolean {
  const text = view.text(slot)
  return typeof text === 'string' ? check(text) : (text?.some(check) ?? false)
}

function add<K>(map: Map<K, number[]>, key: K, rule: number): void {
  const rules = map.get(key)
  if (rules) rules.push(rule)
  else map.set(key, [rule])
}
