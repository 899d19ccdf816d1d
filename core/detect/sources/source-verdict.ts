import type { LogSource } from '../rule/sigma-rule.ts'

/** Whether an event may be of each part that a rule's log source names. */
export interface SourceVerdict {
  product?: boolean
  category?: boolean
  service?: boolean
  /** The log sources that an event is known to be of, as rules name them; empty where it does not tell. */
  known: readonly LogSource[]
}
