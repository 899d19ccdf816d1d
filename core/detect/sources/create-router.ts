import type { MatchInput } from '../match/matcher.ts'
import type { LogSource } from '../rule/sigma-rule.ts'
import { clauseFields } from './clause-fields.ts'
import { createClauseIndex } from './create-clause-index.ts'
import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'
import type { SourceVerdict } from './source-verdict.ts'

export interface Router {
  /** Every event field that tells log sources apart, with those of its values that do, also in lower case. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
  /** What is left of an event when all that makes no difference to log sources is taken away. */
  reduce(event: MatchInput): MatchInput
  /** Whether an event meets the rules of a log source, for one source after another. */
  meeting(event: MatchInput): (source: LogSource) => boolean
  /** The same for each part of a log source that names it, and what the event is known to be of. */
  judging(event: MatchInput): (source: LogSource) => SourceVerdict
}

/** Whether one of the clauses holds of the event at hand. */
type Says = (clauses: readonly Clause[]) => boolean
type Parts = (family: SourceFamily) => ReadonlyMap<string, SourcePart>
const categoriesOf: Parts = (family) => family.categories
const servicesOf: Parts = (family) => family.services

/**
 * Decides which rules an event meets. An event known to be of one product, category or service is of no other;
 * an event that does not tell meets every rule that could apply, so that no rule is lost.
 */
export function createRouter(families: readonly SourceFamily[]): Router {
  const index = createClauseIndex(families)
  const fields = clauseFields(families)

  function read(event: MatchInput): {
    meets: (source: LogSource) => boolean
    judge: (source: LogSource) => SourceVerdict
  } {
    const holding = new Set(index.holding(event))
    const says: Says = (clauses) => index.numbersOf(clauses).some((number) => holding.has(number))
    const isKnown = families.some((family) => says(family.when))
    const isHostKnown = families.some((family) => says(family.hosts))

    /** Whether what is known of the event leaves no room for a family; undefined stands for one nobody wrote down. */
    function isRuledOut(family: SourceFamily | undefined): boolean {
      if (family && (says(family.when) || says(family.hosts))) return false
      return isKnown || (isHostKnown && family !== undefined && family.hosts.length > 0)
    }

    function mayBeOf(named: readonly SourceFamily[], parts: Parts, name: string): boolean {
      const owners = named.filter((family) => parts(family).has(name))
      if (owners.some((family) => says(parts(family).get(name)?.when ?? []))) return true
      const isOther = (family: SourceFamily) =>
        [...parts(family).values()].some((part) => !part.shared && says(part.when))
      // Nobody wrote this one down: only another one that is certain speaks against it.
      if (owners.length === 0) return !named.some(isOther)
      return owners.some((family) => !says(family.complete) && !isOther(family) && !isRuledOut(family))
    }

    const namedBy = (product: string | undefined) =>
      product === undefined ? families : families.filter(({ products }) => products.includes(product))
    const mayBeOfProduct = (named: readonly SourceFamily[]) =>
      named.length === 0 ? !isRuledOut(undefined) : named.some((family) => !isRuledOut(family))
    const knownParts = (family: SourceFamily, parts: Parts) =>
      [...parts(family)].filter(([, part]) => says(part.when)).map(([name]) => name)

    return {
      meets({ product, category, service }) {
        const named = namedBy(product)
        return (
          (product === undefined || mayBeOfProduct(named)) &&
          (category === undefined || mayBeOf(named, categoriesOf, category)) &&
          (service === undefined || mayBeOf(named, servicesOf, service))
        )
      },
      judge({ product, category, service }) {
        const named = namedBy(product)
        return {
          ...(product !== undefined && { product: mayBeOfProduct(named) }),
          ...(category !== undefined && { category: mayBeOf(named, categoriesOf, category) }),
          ...(service !== undefined && { service: mayBeOf(named, servicesOf, service) }),
          known: families
            .filter((family) => says(family.when))
            .flatMap((family): LogSource[] => {
              const [product] = family.products
              const of = product === undefined ? {} : { product }
              const parts = [
                ...knownParts(family, categoriesOf).map((category) => ({ ...of, category })),
                ...knownParts(family, servicesOf).map((service) => ({ ...of, service })),
              ]
              return parts.length > 0 ? parts : [of]
            }),
        }
      },
    }
  }

  return {
    fields,
    meeting: (event) => read(event).meets,
    judging: (event) => read(event).judge,
    reduce(event) {
      const left: Record<string, string[]> = {}
      for (const [field, known] of fields) {
        const value = event.fields[field]
        if (value === undefined || value === null) continue
        const words = (typeof value === 'object' ? value : [value]).map((one) => String(one).toLowerCase())
        left[field] = [...new Set(words.filter((word) => known.has(word)))]
      }
      return { fields: left, raw: '' }
    },
  }
}
