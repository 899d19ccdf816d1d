import type { Level } from '../../event/detection.ts'
import type { Condition } from './condition.ts'

/** What a rule says about the logs it is for; at least one of the three is set. */
export interface LogSource {
  product?: string
  category?: string
  service?: string
}

/** Another rule and what this one is to it. */
export interface RelatedRule {
  id: string
  type: 'derived' | 'obsolete' | 'merged' | 'renamed' | 'similar'
}

/** What rules and correlations say about themselves. */
export interface RuleMetadata {
  /** The document's own id, or `file#n` with n its 0-based document in the file. */
  id: string
  /** How correlations and filters may call it besides its id. */
  name: string | undefined
  title: string
  level: Level
  /** `stable`, `test`, `experimental`, `deprecated` or `unsupported`. */
  status: string | undefined
  description: string | undefined
  author: string | undefined
  license: string | undefined
  taxonomy: string | undefined
  /** As written, by the specification `YYYY-MM-DD`. */
  date: string | undefined
  modified: string | undefined
  references: readonly string[]
  falsePositives: readonly string[]
  /** Fields that an analyst wants to see. */
  fields: readonly string[]
  scope: readonly string[]
  /** As written: `attack.t1059.001`, `cve.2021-44228`. */
  tags: readonly string[]
  /** ATT&CK ids without prefix, upper case: `T1059.001`, `TA0002`. */
  attack: readonly string[]
  related: readonly RelatedRule[]
  /** Ids of the rules that this one replaces: those of `related` that are `obsolete`. */
  obsoletes: readonly string[]
  file: string
  /** 1-based line where the document begins in its file. */
  line: number
  /** The document as written; with `action: global` or `repeat`, all that it was made from. */
  text: string
}

/** A SIGMA rule (specification 2.1) after reading: metadata and the resolved syntax tree. */
export interface SigmaRule extends RuleMetadata {
  logSource: LogSource
  /** Nightjar's own top-level key `entity`: the event field that an alert of this rule is about. */
  entityField: string | undefined
  condition: Condition
}
