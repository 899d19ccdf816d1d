import type { Comparison, Test, TimePart } from '../rule/condition.ts'
import { compareFields } from '../values/compare-fields.ts'
import { compileRegex } from '../values/compile-regex.ts'
import { findText } from '../values/find-text.ts'
import { fold } from '../values/fold.ts'
import { parseNetwork } from '../values/match-network.ts'
import { matchPattern } from '../values/match-pattern.ts'
import { longestLiteral, ordinaryRun } from '../values/ordinary-run.ts'
import { requiredTexts } from '../values/required-texts.ts'
import { timePart } from '../values/time-part.ts'
import type { EventView } from './event-view.ts'
import type { Slot, Texts } from './slot.ts'
import { sketchNeedle } from './text-sketch.ts'

export type Holds = (view: EventView) => boolean

/** A leaf of a rule with its fields resolved to slots. */
export interface ResolvedTest {
  test: Test
  /** Undefined for keywords. */
  slot: Slot | undefined
  /** Slot of the other field of a fieldref. */
  otherSlot: Slot | undefined
}

export function compileTest({ test, slot, otherSlot }: ResolvedTest): Holds {
  switch (test.op) {
    case 'null':
      return slot === undefined ? () => false : (view) => (view.value(slot) ?? null) === null
    case 'exists':
      return slot === undefined ? () => false : (view) => (view.value(slot) !== undefined) === test.present
    case 'fieldref': {
      if (slot === undefined || otherSlot === undefined) return () => false
      const compare = compareFields(test.affix)
      return test.cased
        ? (view) => compare(view.text(slot), view.text(otherSlot))
        : (view) => compare(view.folded(slot), view.folded(otherSlot))
    }
    case 'text': {
      const pattern = test.cased
        ? test.pattern
        : test.pattern.map((part) => (typeof part === 'string' ? fold(part) : part))
      const holds = textTest(slot, test.cased, matchPattern(pattern))
      return slot === undefined
        ? ifInLine(ordinaryRun(pattern), holds)
        : ifHeld(slot, longestLiteral(pattern), holds)
    }
    case 'regex':
      return ifAllHeld(
        slot,
        requiredTexts(test.source, test.flags),
        textTest(slot, true, compileRegex(test.source, test.flags)),
      )
    case 'cidr': {
      const network = parseNetwork(test.network)
      return slot === undefined || 'wrong' in network
        ? () => false
        : (view) => view.addresses(slot).some(network.includes)
    }
    case 'compare': {
      const compare = COMPARISONS[test.than]
      return textTest(slot, true, (text) => {
        const number = numberOf(text)
        return number !== undefined && compare(number, test.value)
      })
    }
    case 'time':
      return textTest(slot, true, timeTest(test.part, test.than, test.value))
  }
}

/** A keyword is asked for only where the line holds its longest ordinary run. */
function ifInLine(run: string, holds: Holds): Holds {
  return run === '' ? holds : (view) => view.mayHold(run) && holds(view)
}

/** A pattern is matched only where a long text may hold its longest literal. */
function ifHeld(slot: Slot, literal: string, holds: Holds): Holds {
  const needle = sketchNeedle(literal)
  return needle === undefined ? holds : (view) => view.mayContain(slot, needle) && holds(view)
}

/** A regular expression costs a thousand times what a search does: it runs only where all that it needs is there. */
function ifAllHeld(slot: Slot | undefined, lists: readonly (readonly string[])[], holds: Holds): Holds {
  if (!slot || lists.length === 0) return holds
  const gates = lists.map((texts) =>
    texts.map((text) => ifHeld(slot, text, textTest(slot, false, findText(text)))),
  )
  return (view) => gates.every((gate) => gate.some((open) => open(view))) && holds(view)
}

function textTest(slot: Slot | undefined, cased: boolean, check: (text: string) => boolean): Holds {
  if (slot === undefined) {
    return cased ? (view) => view.keywords().some(check) : (view) => view.foldedKeywords().some(check)
  }
  return cased ? (view) => some(view.text(slot), check) : (view) => some(view.folded(slot), check)
}

function some(texts: Texts, check: (text: string) => boolean): boolean {
  if (texts === undefined) return false
  return typeof texts === 'string' ? check(texts) : texts.some(check)
}

function timeTest(part: TimePart, than: Comparison, value: number): (text: string) => boolean {
  const compare = COMPARISONS[than]
  return (text) => {
    const found = timePart(text, part)
    return found !== undefined && compare(found, value)
  }
}

// Both bounds keep a sender's text from costing more than its length.
const MAX_NUMBER = 64
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i

function numberOf(text: string): number | undefined {
  return text.length <= MAX_NUMBER && NUMBER.test(text) ? Number(text) : undefined
}

const COMPARISONS: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  eq: (a, b) => a === b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
}
