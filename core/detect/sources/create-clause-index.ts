import type { FieldValue, Scalar } from '../../event/event.ts'
import type { MatchInput } from '../match/matcher.ts'
import type { Clause, SourceFamily } from './log-sources.ts'

/** Every clause of the families, numbered from 0; equal ones share a number. */
export interface ClauseIndex {
  /** Numbers of the clauses that hold of an event, ascending. All that routing knows of an event is in them. */
  holding(event: MatchInput): readonly number[]
  /** @param clauses a list of one of the families */
  numbersOf(clauses: readonly Clause[]): readonly number[]
}

interface Guard {
  present: Numbered[]
  words: Map<string, Numbered[]>
}
type Numbered = { number: number; clause: Clause }

/**
 * This runs for every event: of each clause one field is looked at, the one that fewest clauses share, and only where
 * it fits the others are.
 */
export function createClauseIndex(families: readonly SourceFamily[]): ClauseIndex {
  const numbers = new Map<readonly Clause[], readonly number[]>()
  const byText = new Map<string, Numbered>()
  for (const clauses of families.flatMap(listsOf)) {
    const own = clauses.map((clause) => {
      const key = JSON.stringify(
        [...clause].map(([field, wanted]) => [field, typeof wanted === 'string' ? wanted : [...wanted]]),
      )
      const known = byText.get(key) ?? { number: byText.size, clause }
      byText.set(key, known)
      return known.number
    })
    numbers.set(clauses, own)
  }
  const { always, guards } = guardsOf([...byText.values()])

  return {
    holding(event) {
      const found: number[] = []
      addTrue(found, always, event)
      for (const [field, { present, words }] of guards) {
        const value = event.fields[field]
        if (value === undefined || value === null) continue
        if (present.length > 0) addTrue(found, present, event)
        if (words.size === 0) continue
        if (typeof value !== 'object') addTrue(found, withWord(words, value), event)
        // However long two lists are, a clause that reads both is judged once.
        else addTrue(found, new Set(value.flatMap((one) => withWord(words, one))), event)
      }
      return found
    },
    numbersOf: (clauses) => numbers.get(clauses) ?? [],
  }
}

function listsOf(family: SourceFamily): (readonly Clause[])[] {
  const parts = [family, ...family.categories.values(), ...family.services.values()]
  return [family.hosts, family.complete, ...parts.map(({ when }) => when)]
}

function guardsOf(clauses: readonly Numbered[]): { always: Numbered[]; guards: [string, Guard][] } {
  const shared = new Map<string, number>()
  for (const { clause } of clauses)
    for (const check of clause) for (const key of keysOf(check)) shared.set(key, (shared.get(key) ?? 0) + 1)
  const rivals = (check: Check) => Math.max(...keysOf(check).map((key) => shared.get(key) ?? 0))

  const always: Numbered[] = []
  const guards = new Map<string, Guard>()
  for (const numbered of clauses) {
    const checks = [...numbered.clause].filter(([, wanted]) => wanted !== 'absent')
    const [best] = checks.sort((a, b) => rivals(a) - rivals(b))
    if (!best) {
      always.push(numbered)
      continue
    }
    const [field, wanted] = best
    const guard: Guard = guards.get(field) ?? { present: [], words: new Map() }
    guards.set(field, guard)
    if (typeof wanted === 'string') guard.present.push(numbered)
    else for (const word of wanted) guard.words.set(word, [...(guard.words.get(word) ?? []), numbered])
  }
  return { always, guards: [...guards] }
}

const NONE: readonly Numbered[] = []

/** Making lower case costs more than all else here, so a word as the families write it is tried first. */
function withWord(words: ReadonlyMap<string, Numbered[]>, value: Scalar): readonly Numbered[] {
  const word = String(value)
  return words.get(word) ?? words.get(word.toLowerCase()) ?? NONE
}

type Check = readonly [field: string, wanted: ReadonlySet<string> | 'present' | 'absent']

function keysOf([field, wanted]: Check): string[] {
  return typeof wanted === 'string' ? [field] : [...wanted].map((word) => `${field}=${word}`)
}

/** Keeps `found` ascending, each number once. */
function addTrue(found: number[], candidates: Iterable<Numbered>, event: MatchInput): void {
  for (const { number, clause } of candidates) {
    if (found.includes(number) || !isTrue(clause, event)) continue
    let place = found.push(number) - 1
    for (; place > 0 && (found[place - 1] ?? 0) > number; place--) found[place] = found[place - 1] ?? 0
    found[place] = number
  }
}

function isTrue(clause: Clause, event: MatchInput): boolean {
  for (const [field, wanted] of clause) {
    const value = event.fields[field]
    if (value === undefined || value === null) {
      if (wanted !== 'absent') return false
    } else if (wanted === 'absent') return false
    else if (wanted !== 'present' && !isOneOf(wanted, value)) return false
  }
  return true
}

function isOneOf(wanted: ReadonlySet<string>, value: FieldValue): boolean {
  return typeof value === 'object' ? value.some((one) => isWord(wanted, one)) : isWord(wanted, value)
}

function isWord(wanted: ReadonlySet<string>, value: Scalar): boolean {
  const word = String(value)
  return wanted.has(word) || wanted.has(word.toLowerCase())
}
