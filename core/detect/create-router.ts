import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'
import type { MatchInput } from './matcher.ts'
import type { LogSource } from './sigma-rule.ts'

/** Whether an event is of a log source: unknown when it lacks the fields that would tell. */
type Truth = true | false | undefined

export interface Router {
  /** Equal for events that no log source tells apart. */
  keyOf(event: MatchInput): string
  /** Whether events of a kind may be of a rule's log source: only those known to be of another one are not. */
  applies(source: LogSource, event: MatchInput): boolean
}

/**
 * Decides which rules an event meets. An event known to be of one product, category or service is of no other;
 * an event that does not tell meets every rule that could apply.
 */
export function createRouter(families: readonly SourceFamily[]): Router {
  const fields = fieldsOfClauses(families)

  function applies({ product, category, service }: LogSource, event: MatchInput): boolean {
    const is = (part: SourcePart) => anyClause(part.when, event)
    if (product !== undefined) {
      const own = families.filter((family) => family.products.includes(product))
      if (!possible(own.map(is), () => families.some((family) => is(family) === true))) return false
    }
    const near = families.filter((family) => product === undefined || family.products.includes(product))
    if (category !== undefined) {
      const own = near.map((family) => family.categories.get(category)).filter((part) => part !== undefined)
      const certain = () =>
        families.some((family) => [...family.categories.values()].some((part) => is(part) === true))
      if (!possible(own.map(is), certain)) return false
    }
    if (service !== undefined) {
      const own = near.map((family) => family.services.get(service)).filter((part) => part !== undefined)
      const certain = () =>
        families.some((family) => [...family.services.values()].some((part) => is(part) === true))
      if (!possible(own.map(is), certain)) return false
    }
    return true
  }

  return {
    applies,
    keyOf(event) {
      let key = ''
      for (const [field, known] of fields) {
        const value = event.fields[field]
        if (value === undefined || value === null) key += '-'
        else if (typeof value === 'object') {
          const ids = value.map((one) => known.get(String(one).toLowerCase()) ?? 0)
          key += `${[...new Set(ids)].sort((a, b) => a - b).join('+')},`
        } else key += `${known.get(typeof value === 'string' ? value.toLowerCase() : String(value)) ?? 0},`
      }
      return key
    },
  }
}

/** True if one says so; false if all say no, or none knows while another source is certain. */
function possible(own: readonly Truth[], otherIsCertain: () => boolean): boolean {
  if (own.includes(true)) return true
  if (own.length > 0 && own.every((truth) => truth === false)) return false
  return !otherIsCertain()
}

function anyClause(clauses: readonly Clause[], event: MatchInput): Truth {
  let result: Truth = clauses.length === 0 ? undefined : false
  for (const clause of clauses) {
    const truth = wholeClause(clause, event)
    if (truth === true) return true
    if (truth === undefined) result = undefined
  }
  return result
}

function wholeClause(clause: Clause, event: MatchInput): Truth {
  let result: Truth = true
  for (const [field, wanted] of clause) {
    const value = event.fields[field]
    if (value === undefined || value === null) result = undefined
    else if (wanted !== 'present') {
      const values = typeof value === 'object' ? value : [value]
      if (!values.some((one) => wanted.has(String(one).toLowerCase()))) return false
    }
  }
  return result
}

/** Every field that a clause reads, with the values that make a difference, numbered from 1. */
function fieldsOfClauses(families: readonly SourceFamily[]): [string, Map<string, number>][] {
  const fields = new Map<string, Map<string, number>>()
  for (const family of families) {
    for (const part of [family, ...family.categories.values(), ...family.services.values()]) {
      for (const [field, wanted] of part.when.flatMap((clause) => [...clause])) {
        const known = fields.get(field) ?? new Map<string, number>()
        fields.set(field, known)
        if (wanted !== 'present')
          for (const value of wanted) known.set(value, known.get(value) ?? known.size + 1)
      }
    }
  }
  return [...fields]
}
