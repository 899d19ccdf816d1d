import type { Level } from '../../event/detection.ts'
import type { Condition } from './condition.ts'

/** What a rule says about the logs it is for; at least one of the three is set. */
export interface LogSource {
  product?: string
  category?: string
  service?: string
}

/** A SIGMA rule (specification 2.1) after reading: metadata and the resolved syntax tree. */
export interface SigmaRule {
  /** The rule's own id, or `file#n` with n its 0-based document in the file. */
  id: string
  title: string
  level: Level
  status: string | undefined
  description: string | undefined
  author: string | undefined
  license: string | undefined
  references: readonly string[]
  falsePositives: readonly string[]
  /** As written: `attack.t1059.001`, `cve.2021-44228`. */
  tags: readonly string[]
  /** ATT&CK ids without prefix, upper case: `T1059.001`, `TA0002`. */
  attack: readonly string[]
  logSource: LogSource
  /** Nightjar's own top-level key `entity`: the event field that an alert of this rule is about. */
  entityField: string | undefined
  condition: Condition
  file: string
  /** 1-based line of the rule's title in its file. */
  line: number
  /** The document as written. */
  text: string
}
