import type { LogSource } from '../rule/sigma-rule.ts'
import type { Clause, SourceFamily, SourcePart } from '../sources/log-sources.ts'
import { fold } from '../values/fold.ts'
import { fieldValues, hasField } from './field-values.ts'
import { foldedTexts } from './folded-texts.ts'
import { joinClauses, keyOf } from './join-clauses.ts'
import type { StatementParts } from './statement-parts.ts'

type Parts = (family: SourceFamily) => ReadonlyMap<string, SourcePart>

/**
 * Whether a row meets the rules of a log source, by the same reasoning as {@link createRouter}: a row known to be of
 * one product, category or service is of no other; a row that does not tell meets every rule that could apply.
 */
export function logSourceCondition(
  parts: StatementParts,
  families: readonly SourceFamily[],
  { product, category, service }: LogSource,
): string {
  const named =
    product === undefined ? families : families.filter(({ products }) => products.includes(product))
  const conditions: string[] = []
  if (product !== undefined)
    conditions.push(named.length === 0 ? `NOT ${isKnown()}` : any(named.map(mayBeOfFamily)))
  if (category !== undefined) conditions.push(mayBeOf((family) => family.categories, category))
  if (service !== undefined) conditions.push(mayBeOf((family) => family.services, service))
  return conditions.length === 0 ? '1' : conditions.join(' AND ')

  function isKnown(): string {
    return parts.once('known family', () => anyClause(families.flatMap(({ when }) => when)))
  }

  function isHostKnown(): string {
    return parts.once('known host', () => anyClause(families.flatMap(({ hosts }) => hosts)))
  }

  function mayBeOfFamily({ when, hosts }: SourceFamily): string {
    const isOfAnother = hosts.length === 0 ? isKnown() : any([isKnown(), isHostKnown()])
    return `(${anyClause([...when, ...hosts])} OR NOT ${isOfAnother})`
  }

  function mayBeOf(partsOf: Parts, name: string): string {
    const owners = named.filter((family) => partsOf(family).has(name))
    const isOther = (some: readonly SourceFamily[]) =>
      anyClause(
        some.flatMap((family) =>
          [...partsOf(family).values()].flatMap((part) => (part.shared ? [] : part.when)),
        ),
      )
    if (owners.length === 0) return `NOT ${isOther(named)}`
    const isOne = anyClause(owners.flatMap((family) => partsOf(family).get(name)?.when ?? []))
    const mayBe = owners.map(
      (family) =>
        `(${mayBeOfFamily(family)} AND NOT ${anyClause(family.complete)} AND NOT ${isOther([family])})`,
    )
    return any([isOne, ...mayBe])
  }

  function anyClause(clauses: readonly Clause[]): string {
    return any(
      joinClauses(clauses).map((clause) => parts.once(`clause ${keyOf(clause)}`, () => clauseHolds(clause))),
    )
  }

  function clauseHolds(clause: Clause): string {
    const checks = [...clause].map(([field, wanted]) => {
      if (wanted === 'present') return hasField(parts, [field])
      if (wanted === 'absent') return `NOT ${hasField(parts, [field])}`
      const texts = parts.once(`source ${field}`, () => foldedTexts(fieldValues(parts, [field])))
      const place = parts.bind('Array(String)', [...new Set([...wanted].map(fold))])
      return `hasAny(${texts}, ${place})`
    })
    return checks.length === 0 ? '1' : `(${checks.join(' AND ')})`
  }
}

function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`
}
