/** `*` of a SIGMA string: any run of characters, also none. */
export const ANY = 0
/** `?` of a SIGMA string: exactly one character. */
export const ONE = 1

/** A SIGMA string after unescaping: literal runs between wildcards, never two literals in a row. */
export type TextPattern = readonly (string | typeof ANY | typeof ONE)[]

export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte'
export type TimePart = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
export type Affix = 'equals' | 'contains' | 'startswith' | 'endswith'

/**
 * One leaf: a test of one field, or of every value of the event where `field` is undefined (a keyword).
 * A field that is missing fails every test but `null` and `exists: false`.
 */
export type Test = { field: string | undefined } & (
  | { op: 'text'; pattern: TextPattern; cased: boolean }
  | { op: 'regex'; source: string; flags: string }
  | { op: 'cidr'; network: string }
  | { op: 'compare'; than: Comparison; value: number }
  | { op: 'time'; part: TimePart; than: Comparison; value: number }
  | { op: 'fieldref'; other: string; affix: Affix; cased: boolean }
  | { op: 'exists'; present: boolean }
  | { op: 'null' }
)

/** The syntax tree of a rule, selectors and modifiers resolved. */
export type Condition =
  | { kind: 'all'; of: readonly Condition[] }
  | { kind: 'any'; of: readonly Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'selection'; name: string; of: Condition }
  | { kind: 'test'; test: Test }
