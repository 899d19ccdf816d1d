import type { EventView } from './event-view.ts'
import type { GramCounts } from './grams.ts'
import { type Leaf, leafHolds } from './leaf.ts'
import type { TextBuffer } from './text-buffer.ts'
import { createTextFilter, MIN_NEEDLE, MIN_SHORT, type Needle, type TextFilter } from './text-filter.ts'

/** Rules that wait for texts. */
export interface TextAlarms {
  /** @param text folded, at least {@link MIN_SHORT} units; without it the rule waits for nothing */
  add(rule: number, text: string, leaf: Leaf): void
  /** Adds the rules of the texts that are there and whose leaf holds. */
  sound(text: string, view: EventView, buffer: TextBuffer, woken: number[]): void
  readonly isEmpty: boolean
  readonly bytes: number
}

interface Alarm {
  leaf: Leaf
  rules: number[]
}

const ALARM_BYTES = 200

export function createTextAlarms(grams: GramCounts): TextAlarms {
  const always: number[] = []
  const alarms: Alarm[] = []
  const long: Needle[] = []
  const short: Needle[] = []
  const places = new Map<Leaf, Map<string, number>>()
  let filters: { long: TextFilter | undefined; short: TextFilter | undefined } | undefined

  function build() {
    return {
      long: long.length > 0 ? createTextFilter(long, grams, 'long') : undefined,
      short: short.length > 0 ? createTextFilter(short, grams, 'short') : undefined,
    }
  }

  return {
    add(rule, text, leaf) {
      if (text.length < MIN_SHORT) {
        always.push(rule)
        return
      }
      const known = places.get(leaf) ?? new Map<string, number>()
      places.set(leaf, known)
      const alarm = alarms[known.get(text) ?? alarms.length]
      if (alarm) {
        alarm.rules.push(rule)
        return
      }
      known.set(text, alarms.length)
      ;(text.length < MIN_NEEDLE ? short : long).push({ text, place: alarms.length })
      alarms.push({ leaf, rules: [rule] })
    },
    sound(text, view, buffer, woken) {
      append(woken, always)
      filters ??= build()
      suspects.length = 0
      const length = buffer.write(text)
      filters.long?.scan(buffer, length, suspects)
      filters.short?.scan(buffer, length, suspects)
      for (let i = 0; i < suspects.length; i++) {
        const alarm = alarms[suspects[i] as number]
        if (alarm && leafHolds(alarm.leaf, view)) append(woken, alarm.rules)
      }
    },
    get isEmpty() {
      return alarms.length + always.length === 0
    },
    get bytes() {
      return alarms.length * ALARM_BYTES + (filters?.long?.bytes ?? 0) + (filters?.short?.bytes ?? 0)
    },
  }
}

const suspects: number[] = []

export function append(woken: number[], rules: readonly number[] | undefined): void {
  if (rules) for (let i = 0; i < rules.length; i++) woken.push(rules[i] as number)
}
