/** A rule as a filter or a correlation names it: by id or name, with the place where it does (1-based). */
export interface RuleReference {
  to: string
  line: number
  column: number
}
