import type { SourceFamily } from './log-sources.ts'

/**
 * Every event field that tells log sources apart, with those of its values (as written and in lower case) that do; beyond them only
 * being there or not makes a difference.
 */
export function clauseFields(families: readonly SourceFamily[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>()
  const clauses = families.flatMap((family) => [
    ...family.when,
    ...family.hosts,
    ...family.complete,
    ...[...family.categories.values(), ...family.services.values()].flatMap(({ when }) => when),
  ])
  for (const [field, wanted] of clauses.flatMap((clause) => [...clause])) {
    const known = fields.get(field) ?? new Set<string>()
    fields.set(field, known)
    if (typeof wanted === 'object') for (const word of wanted) known.add(word)
  }
  return fields
}
