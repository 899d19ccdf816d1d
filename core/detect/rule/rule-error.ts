/** What is wrong with a rule file, where, and how to mend it. */
export interface RuleError {
  file: string
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  message: string
  mend: string
}
