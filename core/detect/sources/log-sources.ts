import type { LogSource } from '../rule/sigma-rule.ts'

/**
 * Field checks that hold together: the wanted values, as written and in lower case, or that the field is there or is
 * not. Case never counts.
 */
export type Clause = ReadonlyMap<string, ReadonlySet<string> | 'present' | 'absent'>

/** How events of a category or service are known, and what its field names stand for in our events. */
export interface SourcePart {
  /** Any of them; without one nothing is known of the event. */
  when: readonly Clause[]
  /** An event of it may be of other categories or services of its family besides. */
  shared: boolean
  /** Event fields by rule field, the first one present counts. */
  fields: ReadonlyMap<string, readonly string[]>
  /** Put before rule fields that have no line of their own, in order. */
  prefixes: readonly string[]
  /** All rule fields there are beside those with a line; undefined where a product may make up any name. */
  known: ReadonlySet<string> | undefined
}

/** One file of `rules/log-sources`. */
export interface SourceFamily extends SourcePart {
  /** Product names that rules use for it; the first one is its own. */
  products: readonly string[]
  /** The event comes from such a machine, whatever wrote it: that rules out other machines, but no other product. */
  hosts: readonly Clause[]
  /** Any of them tells all: such an event that fits no category or service here is of none of those. */
  complete: readonly Clause[]
  categories: ReadonlyMap<string, SourcePart>
  services: ReadonlyMap<string, SourcePart>
}

/** A family that a log source is about, its parts most particular first and the family itself last. */
export type FamilyParts = readonly SourcePart[]

export function partsByFamily(
  families: readonly SourceFamily[],
  { product, category, service }: LogSource,
): FamilyParts[] {
  return families.flatMap((family) => {
    if (product !== undefined && !family.products.includes(product)) return []
    const inner = [
      category === undefined ? undefined : family.categories.get(category),
      service === undefined ? undefined : family.services.get(service),
    ].filter((part) => part !== undefined)
    return product !== undefined || inner.length > 0 ? [[...inner, family]] : []
  })
}

/** Event fields that a field of a rule stands for, in the order they are looked for; its own name last. */
export function eventFields(families: readonly SourceFamily[], source: LogSource, field: string): string[] {
  const parts = partsByFamily(families, source).flat()
  const names = new Set<string>()
  for (const part of parts) for (const name of part.fields.get(field) ?? []) names.add(name)
  for (const part of parts) for (const prefix of part.prefixes) names.add(prefix + field)
  return [...names.add(field)]
}
