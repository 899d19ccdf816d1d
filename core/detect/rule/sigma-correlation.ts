import type { Expression } from './parse-expression.ts'
import type { RuleReference } from './rule-reference.ts'
import type { RuleMetadata } from './sigma-rule.ts'

export type CorrelationType =
  | 'event_count'
  | 'value_count'
  | 'temporal'
  | 'temporal_ordered'
  | 'value_sum'
  | 'value_avg'
  | 'value_percentile'
  | 'value_median'

export interface Limit {
  than: 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq'
  value: number
}

/** That a rule fired in the window, by id or name as in `rules`. */
export interface RuleFired {
  kind: 'rule'
  rule: string
}

export type CorrelationCondition =
  /** All limits hold for the count of events, of rules (temporal types), or for what the type makes of `fields`. */
  | {
      kind: 'limits'
      limits: readonly Limit[]
      /** Empty for counts of events and rules; several fields are counted as one combination. */
      fields: readonly string[]
      /** Of `value_percentile`, 0 to 100, where the document says it. */
      percentile: number | undefined
    }
  /** Extended condition of the temporal types: which rules must have fired, and which must not. */
  | { kind: 'fired'; of: Expression<RuleFired> }

/** A SIGMA correlation (specification 2.1) after reading: when rules that fire together mean something. */
export interface SigmaCorrelation extends RuleMetadata {
  type: CorrelationType
  /** In the order that `temporal_ordered` asks for. */
  rules: readonly RuleReference[]
  /** Fields or aliases; none counts everything together. */
  groupBy: readonly string[]
  /** Seconds of the sliding window. */
  timespan: number
  condition: CorrelationCondition
  /** Alias to rule (id or name) to the field that it stands for in events of that rule. */
  aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Whether the rules it names keep raising alerts of their own. */
  generate: boolean
}
