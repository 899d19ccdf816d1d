/** Literal text, `*` any run of characters, `?` one character. */
export type PatternPart = { text: string } | '*' | '?'

export type Pattern = readonly PatternPart[]

export interface Bound {
  value: string
  inclusive: boolean
}

/** A search, as parsed. `field` is a name as people write it: ECS, or one of the fields in `search-fields.ts`. */
export type SearchNode =
  | { kind: 'and' | 'or'; nodes: readonly SearchNode[] }
  | { kind: 'not'; node: SearchNode }
  /** Words in the raw line or the message. */
  | { kind: 'words'; pattern: Pattern }
  | { kind: 'is'; field: string; pattern: Pattern }
  | { kind: 'exists'; field: string }
  | { kind: 'range'; field: string; low?: Bound; high?: Bound }
  /** `network` in CIDR form. */
  | { kind: 'network'; field: string; network: string }
  /** RE2, anywhere in the value; without a field in the raw line or the message. */
  | { kind: 'regex'; field?: string; regex: string }
