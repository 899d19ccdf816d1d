import type { Test } from '../rule/condition.ts'
import { plainText } from '../rule/plain-text.ts'
import { fold } from '../values/fold.ts'
import { type Network, parseNetwork } from '../values/match-network.ts'
import { longestLiteral, ordinaryRun } from '../values/ordinary-run.ts'
import { requiredTexts } from '../values/required-texts.ts'
import type { ResolvedTest } from './compile-test.ts'
import type { Leaf } from './leaf.ts'
import type { ResolvedCondition } from './resolve-condition.ts'
import type { Slot } from './slot.ts'
import { isWide } from './text-buffer.ts'
import { MIN_NEEDLE, MIN_SHORT } from './text-filter.ts'

/** A cheap necessary condition of a rule. */
export type Witness =
  /** The slot holds the text, `\0` for its beginning and end; then the leaf is asked. */
  | { by: 'text'; slot: Slot; text: string; leaf: Leaf }
  /** A line of text holds the text, one of JSON the run; then the leaf is asked. An empty one tells nothing. */
  | { by: 'line'; text: string; run: string; leaf: Leaf }
  /** The slot's value is this one. */
  | { by: 'value'; slot: Slot; text: string }
  /** The slot's value is an address in the network. */
  | { by: 'network'; slot: Slot; network: Network }
  /** The slot's value has characters outside of Latin-1. */
  | { by: 'wide'; slot: Slot }
  | { by: 'presence'; slot: Slot }

/**
 * Witnesses of which one must hold whenever the condition does, the rarest set there is;
 * undefined when the rule may hold without any.
 * @param events how many were judged so far: what held in many of them is not rare
 */
export function findWitness(condition: ResolvedCondition, events: number): readonly Witness[] | undefined {
  return rarest(condition, events)?.witnesses
}

interface Found {
  witnesses: readonly Witness[]
  /** Rough share of events in which one of them holds. */
  share: number
}

function rarest(condition: ResolvedCondition, events: number): Found | undefined {
  switch (condition.kind) {
    case 'not':
      return undefined
    case 'all': {
      let best: Found | undefined
      for (const child of condition.of) {
        const found = rarest(child, events)
        if (found && (!best || found.share < best.share)) best = found
      }
      return best
    }
    case 'any': {
      const all: Found[] = []
      for (const child of condition.of) {
        const found = rarest(child, events)
        if (!found) return undefined
        all.push(found)
      }
      return union(all)
    }
    case 'test':
      return seen(witnessOf(condition.test, condition.leaf), condition.leaf, events)
  }
}

/** A guess gives way to what was seen. */
function seen(found: Found | undefined, leaf: Leaf, events: number): Found | undefined {
  if (found) found.share = Math.max(found.share, leaf.held / (events + 1))
  return found
}

function union(all: readonly Found[]): Found {
  const witnesses = all.flatMap((found) => found.witnesses)
  const whole = new Map<Slot, Witness>()
  for (const witness of witnesses) {
    if (witness.by === 'presence' || (witness.by === 'wide' && !whole.has(witness.slot)))
      whole.set(witness.slot, witness)
  }
  const rest = witnesses.filter((witness) => witness.by !== 'presence' && witness.by !== 'wide')
  return { witnesses: [...whole.values(), ...rest], share: all.reduce((sum, { share }) => sum + share, 0) }
}

function witnessOf({ test, slot }: ResolvedTest, leaf: Leaf): Found | undefined {
  if (!slot) {
    if (test.op !== 'text') return undefined
    const [text, run] = [longestLiteral(test.pattern), ordinaryRun(test.pattern)]
    if (text.length < MIN_SHORT) return undefined
    return {
      witnesses: [{ by: 'line', text, run: run.length < MIN_SHORT ? '' : run, leaf }],
      share: shareOf(text, leaf),
    }
  }
  switch (test.op) {
    case 'null':
      return undefined
    case 'exists':
      return test.present ? byPresence(slot) : undefined
    case 'text':
      return byText(test, slot, leaf)
    case 'cidr': {
      const network = parseNetwork(test.network)
      return 'wrong' in network
        ? byPresence(slot)
        : { witnesses: [{ by: 'network', slot, network }], share: NETWORK_SHARE }
    }
    case 'regex': {
      const [texts] = requiredTexts(test.source, test.flags)
      return texts?.every((text) => text.length >= MIN_SHORT) ? byTexts(texts, slot, leaf) : byPresence(slot)
    }
    default:
      return byPresence(slot)
  }
}

function byText(test: Test & { op: 'text' }, slot: Slot, leaf: Leaf): Found {
  const plain = plainText(test.pattern)
  if (plain?.affix === 'equals' && plain.text.length + 2 < MIN_NEEDLE)
    return { witnesses: [{ by: 'value', slot, text: fold(plain.text) }], share: 0.01 * Math.sqrt(leaf.uses) }
  const longest = longestText(test)
  if (longest.length >= MIN_SHORT) return byTexts([longest], slot, leaf)
  return isWide(longest) ? { witnesses: [{ by: 'wide', slot }], share: 0.01 } : byPresence(slot)
}

/** The longest literal text of a pattern, folded, with the ends of the value where it stands at them. */
function longestText({ pattern }: Test & { op: 'text' }): string {
  let best = ''
  for (const [i, part] of pattern.entries()) {
    if (typeof part !== 'string') continue
    const text = `${i === 0 ? '\0' : ''}${fold(part)}${i === pattern.length - 1 ? '\0' : ''}`
    if (text.length > best.length) best = text
  }
  return best
}

/** What many rules ask for is common, and so are short texts. */
function byTexts(texts: readonly string[], slot: Slot, leaf: Leaf): Found {
  const witnesses = texts.map((text): Witness => ({ by: 'text', slot, text, leaf }))
  return { witnesses, share: texts.reduce((sum, text) => sum + shareOf(text, leaf), 0) }
}

function shareOf(text: string, leaf: Leaf): number {
  return leaf.uses * 10 ** (-2 - Math.min(text.length, 16) / 4)
}

/** Rules ask for private networks, which are common, and for known bad ones. */
const NETWORK_SHARE = 0.1

function byPresence(slot: Slot): Found {
  return { witnesses: [{ by: 'presence', slot }], share: 1 }
}
