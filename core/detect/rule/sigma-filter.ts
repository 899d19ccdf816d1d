import type { Condition } from './condition.ts'
import type { RuleReference } from './rule-reference.ts'
import type { LogSource } from './sigma-rule.ts'

/** A SIGMA filter (specification 2.1): a condition that rules of a log source must meet besides their own. */
export interface SigmaFilter {
  id: string
  title: string
  description: string | undefined
  logSource: LogSource
  rules: readonly RuleReference[] | 'any'
  condition: Condition
  file: string
  /** 1-based line where the document begins in its file. */
  line: number
  text: string
}
