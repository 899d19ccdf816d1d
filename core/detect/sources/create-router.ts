import type { MatchInput } from '../match/matcher.ts'
import type { LogSource } from '../rule/sigma-rule.ts'
import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'

/** Whether an event is of a log source: undefined when it does not tell. */
type Truth = true | false | undefined

/** The words are numbered from 1; any other value counts as 0. */
export interface RouteField {
  name: string
  words: ReadonlyMap<string, number>
}

export interface Router {
  /** Every event field that log sources are told by, with the words that make a difference, in lower case. */
  readonly fields: readonly RouteField[]
  /** What is left of an event when all that makes no difference to log sources is taken away. */
  reduce(event: MatchInput): MatchInput
  /** Whether an event meets the rules of a log source. */
  applies(source: LogSource, event: MatchInput): boolean
}

/**
 * Decides which rules an event meets. An event known to be of one product, category or service is of no other;
 * an event that does not tell meets every rule that could apply, so that no rule is lost.
 */
export function createRouter(families: readonly SourceFamily[]): Router {
  const fields = fieldsOfClauses(families)

  /**
   * One of the three words of a log source.
   * @param own the part of a family that stands for it
   * @param all every part of a family of the same sort
   */
  function possible(
    event: MatchInput,
    own: (family: SourceFamily) => SourcePart | undefined,
    all: (family: SourceFamily) => readonly SourcePart[],
  ): boolean {
    const certain = families.filter((family) => anyClause(family.when, event))
    const truths: Truth[] = []
    for (const family of families) {
      const part = own(family)
      if (!part) continue
      if (anyClause(part.when, event)) truths.push(true)
      else if (certain.length > 0 && !certain.includes(family)) truths.push(false)
      else truths.push(part !== family && anyClause(family.complete, event) ? false : undefined)
    }
    if (truths.includes(true)) return true
    if (truths.length > 0 && truths.every((truth) => truth === false)) return false
    return !families.some((family) => all(family).some((part) => anyClause(part.when, event)))
  }

  return {
    fields,
    applies({ product, category, service }, event) {
      const named = (family: SourceFamily) => product === undefined || family.products.includes(product)
      return (
        (product === undefined ||
          possible(
            event,
            (family) => (named(family) ? family : undefined),
            (family) => [family],
          )) &&
        (category === undefined ||
          possible(
            event,
            (family) => (named(family) ? family.categories.get(category) : undefined),
            (family) => [...family.categories.values()],
          )) &&
        (service === undefined ||
          possible(
            event,
            (family) => (named(family) ? family.services.get(service) : undefined),
            (family) => [...family.services.values()],
          ))
      )
    },
    reduce(event) {
      const left: Record<string, string[]> = {}
      for (const { name, words } of fields) {
        const value = event.fields[name]
        if (value === undefined || value === null) continue
        const own = (typeof value === 'object' ? value : [value]).map(lower)
        left[name] = [...new Set(own.filter((word) => words.has(word)))]
      }
      return { fields: left, raw: '' }
    },
  }
}

function anyClause(clauses: readonly Clause[], event: MatchInput): boolean {
  return clauses.some((clause) => {
    for (const [field, wanted] of clause) {
      const value = event.fields[field]
      if (value === undefined || value === null) return false
      if (wanted === 'present') continue
      if (!(typeof value === 'object' ? value : [value]).some((one) => wanted.has(lower(one)))) return false
    }
    return true
  })
}

function lower(value: string | number | boolean): string {
  return typeof value === 'string' ? value.toLowerCase() : String(value)
}

function fieldsOfClauses(families: readonly SourceFamily[]): RouteField[] {
  const fields = new Map<string, Map<string, number>>()
  for (const family of families) {
    const complete = { when: family.complete }
    for (const part of [family, complete, ...family.categories.values(), ...family.services.values()]) {
      for (const [field, wanted] of part.when.flatMap((clause) => [...clause])) {
        const known = fields.get(field) ?? new Map<string, number>()
        fields.set(field, known)
        if (wanted !== 'present')
          for (const value of wanted) known.set(value, known.get(value) ?? known.size + 1)
      }
    }
  }
  return [...fields].map(([name, words]) => ({ name, words }))
}
