import type { LogSource } from '../rule/sigma-rule.ts'

/** Field checks that hold together: the wanted values in lower case, or that the field is there. */
export type Clause = ReadonlyMap<string, ReadonlySet<string> | 'present'>

/** How events of a category or service are known, and what its field names stand for in our events. */
export interface SourcePart {
  /** Any of them; without one nothing is known of the event. */
  when: readonly Clause[]
  /** Event fields by rule field, the first one present counts. */
  fields: ReadonlyMap<string, readonly string[]>
}

/** One file of `rules/log-sources`. */
export interface SourceFamily extends SourcePart {
  /** Product names that rules use for it; the first one is its own. */
  products: readonly string[]
  /** Put before rule fields that have no line of their own, in order. */
  prefixes: readonly string[]
  /** Any of them tells all: such an event that fits no category or service here is of none. */
  complete: readonly Clause[]
  categories: ReadonlyMap<string, SourcePart>
  services: ReadonlyMap<string, SourcePart>
}

/** The parts of the families that a rule's log source is about, most particular first. */
function partsOf(families: readonly SourceFamily[], { product, category, service }: LogSource): SourcePart[] {
  const parts: SourcePart[] = []
  for (const family of families) {
    if (product !== undefined && !family.products.includes(product)) continue
    const inner = [
      category === undefined ? undefined : family.categories.get(category),
      service === undefined ? undefined : family.services.get(service),
    ].filter((part) => part !== undefined)
    if (product !== undefined || inner.length > 0) parts.push(...inner, family)
  }
  return parts
}

/** Event fields that a field of a rule stands for, in the order they are looked for; its own name last. */
export function eventFields(families: readonly SourceFamily[], source: LogSource, field: string): string[] {
  const parts = partsOf(families, source)
  const names = new Set<string>()
  for (const part of parts) for (const name of part.fields.get(field) ?? []) names.add(name)
  for (const part of parts) {
    if ('prefixes' in part) for (const prefix of (part as SourceFamily).prefixes) names.add(prefix + field)
  }
  return [...names.add(field)]
}
