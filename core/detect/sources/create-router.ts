import type { MatchInput } from '../match/matcher.ts'
import type { LogSource } from '../rule/sigma-rule.ts'
import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'

export interface Router {
  /** Equal for events that no log source tells apart. */
  keyOf(event: MatchInput): string
  /** What is left of an event when all that makes no difference to log sources is taken away. */
  reduce(event: MatchInput): MatchInput
  /** Whether an event meets the rules of a log source. */
  applies(source: LogSource, event: MatchInput): boolean
}

type Parts = (family: SourceFamily) => ReadonlyMap<string, SourcePart>
const categoriesOf: Parts = (family) => family.categories
const servicesOf: Parts = (family) => family.services

/**
 * Decides which rules an event meets. An event known to be of one product, category or service is of no other;
 * an event that does not tell meets every rule that could apply, so that no rule is lost.
 */
export function createRouter(families: readonly SourceFamily[]): Router {
  const fields = [...clauseFields(families)]

  /** Whether what is known of an event leaves no room for a family; undefined stands for one nobody wrote down. */
  function isRuledOut(family: SourceFamily | undefined, event: MatchInput): boolean {
    if (family && (holds(family.when, event) || holds(family.hosts, event))) return false
    const isHost = family !== undefined && family.hosts.length > 0
    return families.some((other) => holds(other.when, event) || (isHost && holds(other.hosts, event)))
  }

  function mayBeOf(event: MatchInput, named: readonly SourceFamily[], parts: Parts, name: string): boolean {
    const owners = named.filter((family) => parts(family).has(name))
    if (owners.some((family) => holds(parts(family).get(name)?.when ?? [], event))) return true
    const isOther = (family: SourceFamily) =>
      [...parts(family).values()].some((part) => !part.shared && holds(part.when, event))
    // Nobody wrote this one down: only another one that is certain speaks against it.
    if (owners.length === 0) return !named.some(isOther)
    return owners.some(
      (family) => !holds(family.complete, event) && !isOther(family) && !isRuledOut(family, event),
    )
  }

  return {
    applies({ product, category, service }, event) {
      const named =
        product === undefined ? families : families.filter(({ products }) => products.includes(product))
      return (
        (product === undefined ||
          (named.length === 0
            ? !isRuledOut(undefined, event)
            : named.some((family) => !isRuledOut(family, event)))) &&
        (category === undefined || mayBeOf(event, named, categoriesOf, category)) &&
        (service === undefined || mayBeOf(event, named, servicesOf, service))
      )
    },
    keyOf(event) {
      let key = ''
      for (const [field, known] of fields) {
        const value = event.fields[field]
        if (value === undefined || value === null) key += '-'
        else if (typeof value === 'object') {
          const ids = value.map((one) => known.get(lower(one)) ?? 0)
          key += `${[...new Set(ids)].sort((a, b) => a - b).join('+')},`
        } else key += `${known.get(lower(value)) ?? 0},`
      }
      return key
    },
    reduce(event) {
      const left: Record<string, string[]> = {}
      for (const [field, known] of fields) {
        const value = event.fields[field]
        if (value === undefined || value === null) continue
        const words = (typeof value === 'object' ? value : [value]).map(lower)
        left[field] = [...new Set(words.filter((word) => known.has(word)))]
      }
      return { fields: left, raw: '' }
    },
  }
}

function holds(clauses: readonly Clause[], event: MatchInput): boolean {
  return clauses.some((clause) => {
    for (const [field, wanted] of clause) {
      const value = event.fields[field]
      const isThere = value !== undefined && value !== null
      if (wanted === 'absent') {
        if (isThere) return false
      } else if (!isThere) return false
      else if (wanted === 'present') continue
      else if (!(typeof value === 'object' ? value : [value]).some((one) => wanted.has(lower(one))))
        return false
    }
    return true
  })
}

function lower(value: string | number | boolean): string {
  return typeof value === 'string' ? value.toLowerCase() : String(value)
}

/**
 * Every event field that tells log sources apart. Beside being there or not, only these of its values (in lower
 * case, numbered from 1) make a difference.
 */
export function clauseFields(families: readonly SourceFamily[]): Map<string, Map<string, number>> {
  const fields = new Map<string, Map<string, number>>()
  const clauses = families.flatMap((family) => [
    ...family.when,
    ...family.hosts,
    ...family.complete,
    ...[...family.categories.values(), ...family.services.values()].flatMap(({ when }) => when),
  ])
  for (const [field, wanted] of clauses.flatMap((clause) => [...clause])) {
    const known = fields.get(field) ?? new Map<string, number>()
    fields.set(field, known)
    if (typeof wanted === 'object')
      for (const value of wanted) known.set(value, known.get(value) ?? known.size + 1)
  }
  return fields
}
