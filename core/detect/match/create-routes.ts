import type { Scalar } from '../../event/event.ts'
import type { LogSource } from '../rule/sigma-rule.ts'
import type { Router } from '../sources/create-router.ts'
import type { EventView } from './event-view.ts'
import type { MatchInput } from './matcher.ts'

/** All events that no log source tells apart. */
export interface Route {
  /** What tells their log sources, and nothing else. */
  readonly event: MatchInput
  /** Whether such events meet the rules of a log source. */
  meets(source: LogSource): boolean
}

export interface Routes {
  of(view: EventView): Route
}

/** A step for each field that an event has, by field and word. */
interface Crossing {
  next: Map<number, Crossing>
  route: Route | undefined
}

const MAX_CROSSINGS = 16_384

/** A sender may make up combinations of sources with every event: all are forgotten when there are too many. */
export function createRoutes(router: Router): Routes {
  const readers = new Map(
    [...router.fields].map(([name, words], place) => [name, createReader(words, place)]),
  )
  const steps: number[] = []
  let start = createCrossing()
  let size = 0

  function readSteps({ event, names }: EventView): void {
    steps.length = 0
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string
      const reader = readers.get(name)
      const value = reader && event.fields[name]
      if (!reader || value === undefined || value === null) continue
      if (typeof value === 'object') for (const one of new Set(value.map(reader))) steps.push(one)
      else steps.push(reader(value))
    }
    // Few; and products write their fields in the same order every time.
    steps.sort(ascending)
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
    of(view) {
      if (size > MAX_CROSSINGS) {
        start = createCrossing()
        size = 0
      }
      readSteps(view)
      let crossing = start
      for (let i = 0; i < steps.length; i++) crossing = step(crossing, steps[i] as number)
      crossing.route ??= createRoute(router, view.event)
      return crossing.route
    },
  }
}

const ascending = (a: number, b: number) => a - b

function createRoute(router: Router, event: MatchInput): Route {
  const reduced = router.reduce(event)
  return { event: reduced, meets: router.meeting(reduced) }
}

function createCrossing(): Crossing {
  return { next: new Map(), route: undefined }
}

const MAX_WORDS = 65_536
const MAX_SPELLINGS = 1_000

/** Numbers the values of a field, those that make no difference with one number; no two fields share a number. */
function createReader(words: ReadonlySet<string>, place: number): (value: Scalar) => number {
  const other = place * MAX_WORDS
  if (words.size === 0) return () => other
  const numbers = new Map([...words].map((word, index) => [word.toLowerCase(), index + 1]))
  const longest = Math.max(...[...words].map(({ length }) => length))
  /** Values as they come, so that few are put in lower case. */
  const spellings = new Map<Scalar, number>()
  return (value) => {
    // In lower case a text may be shorter, but hardly by half.
    if (typeof value === 'string' && value.length > longest * 2) return other
    const known = spellings.get(value)
    if (known !== undefined) return known
    const number = other + (numbers.get(String(value).toLowerCase()) ?? 0)
    if (spellings.size >= MAX_SPELLINGS) spellings.clear()
    spellings.set(value, number)
    return number
  }
}
