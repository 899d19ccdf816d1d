import type { LogSource } from '../rule/sigma-rule.ts'
import type { Clause, SourceFamily, SourcePart } from '../sources/log-sources.ts'
import { fold } from '../values/fold.ts'
import { fieldValues, hasField } from './field-values.ts'
import { foldedTexts } from './folded-texts.ts'
import { joinClauses, keyOf } from './join-clauses.ts'
import type { StatementParts } from './statement-parts.ts'

/**
 * Whether a row meets the rules of a log source, by the same reasoning as {@link createRouter}: a row known to be of
 * one product, category or service is of no other; a row that does not tell meets every rule that could apply.
 */
export function logSourceCondition(
  parts: StatementParts,
  families: readonly SourceFamily[],
  { product, category, service }: LogSource,
): string {
  const named = (family: SourceFamily) => product === undefined || family.products.includes(product)
  const conditions: string[] = []
  if (product !== undefined) {
    const own = (family: SourceFamily) => (named(family) ? family : undefined)
    conditions.push(possible(own, 'product', (family) => [family]))
  }
  if (category !== undefined) {
    const own = (family: SourceFamily) => (named(family) ? family.categories.get(category) : undefined)
    conditions.push(possible(own, 'category', (family) => [...family.categories.values()]))
  }
  if (service !== undefined) {
    const own = (family: SourceFamily) => (named(family) ? family.services.get(service) : undefined)
    conditions.push(possible(own, 'service', (family) => [...family.services.values()]))
  }
  return conditions.length === 0 ? '1' : conditions.join(' AND ')

  /**
   * One of the three words of a log source.
   * @param own the part of a family that stands for it
   * @param sort its name, the same for the same `all`
   * @param all every part of a family of the same sort
   */
  function possible(
    own: (family: SourceFamily) => SourcePart | undefined,
    sort: string,
    all: (family: SourceFamily) => readonly SourcePart[],
  ): string {
    const stand = families.flatMap((family) => {
      const part = own(family)
      return part ? [{ family, part }] : []
    })
    const isOne = any(stand.map(({ part }) => anyClause(part.when)))
    const isOther = () =>
      parts.once(`any ${sort}`, () => anyClause(families.flatMap(all).flatMap(({ when }) => when)))
    if (stand.length === 0) return `NOT ${isOther()}`
    const isNone = stand.map(({ family, part }) => {
      const ofAnother = `(${ofSomeFamily()} AND NOT ${anyClause(family.when)})`
      return part === family ? ofAnother : `(${ofAnother} OR ${anyClause(family.complete)})`
    })
    return `(${isOne} OR NOT (${isNone.join(' AND ')}) AND NOT ${isOther()})`
  }

  function ofSomeFamily(): string {
    return parts.once('any family', () => anyClause(families.flatMap(({ when }) => when)))
  }

  function anyClause(clauses: readonly Clause[]): string {
    return any(
      joinClauses(clauses).map((clause) => parts.once(`clause ${keyOf(clause)}`, () => clauseHolds(clause))),
    )
  }

  function clauseHolds(clause: Clause): string {
    const checks = [...clause].map(([field, wanted]) => {
      if (wanted === 'present') return hasField(parts, [field])
      const texts = parts.once(`source ${field}`, () => foldedTexts(fieldValues(parts, [field])))
      const place = parts.bind('Array(String)', [...wanted].map(fold))
      return `hasAny(${texts}, ${place})`
    })
    return checks.length === 0 ? '1' : `(${checks.join(' AND ')})`
  }
}

function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`
}
