import type { FieldValue, Scalar } from '../../event/event.ts'
import type { Router } from '../sources/create-router.ts'
import type { MatchInput } from './matcher.ts'

/** All events that no log source tells apart. */
export interface Route {
  /** What tells their log sources, and nothing else. */
  readonly event: MatchInput
}

export interface Routes {
  of(event: MatchInput): Route
}

/** A step for each field that an event has, by field and word. */
interface Crossing {
  next: Map<number, Crossing>
  route: Route | undefined
}

const MAX_CROSSINGS = 65_536

/** A sender may make up combinations of sources with every event: all are forgotten when there are too many. */
export function createRoutes(router: Router): Routes {
  const readers = [...router.fields].map(createReader)
  let start = createCrossing()
  let size = 0

  function follow(event: MatchInput): Crossing {
    let crossing = start
    for (const { name, base, numberOf } of readers) {
      const value = event.fields[name]
      if (value === undefined || value === null) continue
      for (const word of typeof value === 'object' ? numbersOf(value, numberOf) : [numberOf(value)])
        crossing = step(crossing, base + word)
    }
    return crossing
  }

  function step(from: Crossing, key: number): Crossing {
    const known = from.next.get(key)
    if (known) return known
    const made = createCrossing()
    from.next.set(key, made)
    size++
    return made
  }

  return {
    of(event) {
      if (size > MAX_CROSSINGS) {
        start = createCrossing()
        size = 0
      }
      const crossing = follow(event)
      crossing.route ??= { event: router.reduce(event) }
      return crossing.route
    },
  }
}

function createCrossing(): Crossing {
  return { next: new Map(), route: undefined }
}

interface Reader {
  name: string
  /** Added to the numbers of words, so that those of two fields differ. */
  base: number
  numberOf(value: Scalar): number
}

const MAX_WORDS = 65_536
const MAX_SPELLINGS = 1_000
const MAX_SPELLING = 100

function createReader([name, words]: [string, ReadonlySet<string>], index: number): Reader {
  const numbers = new Map([...words].map((word, place) => [word.toLowerCase(), place + 1]))
  /** Values as they come, so that few are put in lower case. */
  const spellings = new Map<Scalar, number>()
  return {
    name,
    base: index * MAX_WORDS,
    numberOf(value) {
      const known = spellings.get(value)
      if (known !== undefined) return known
      const number = numbers.get(String(value).toLowerCase()) ?? 0
      if (spellings.size >= MAX_SPELLINGS) spellings.clear()
      if (typeof value !== 'string' || value.length <= MAX_SPELLING) spellings.set(value, number)
      return number
    },
  }
}

/** Of a list: each word once, in order. */
function numbersOf(values: FieldValue & object, numberOf: (value: Scalar) => number): number[] {
  return [...new Set(values.map(numberOf))].sort((a, b) => a - b)
}
