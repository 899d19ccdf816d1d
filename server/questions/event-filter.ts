/** Which events are asked for, in the words of who asks. */
export interface EventFilter {
  /** The search language, or SIGMA rules in YAML. */
  query?: string | null | undefined
  /** Nanoseconds since the epoch, half-open. */
  range: { from: bigint; to: bigint }
  outcome?: readonly ('success' | 'failure' | 'unknown')[] | null | undefined
  category?: readonly string[] | null | undefined
  minSeverity?: number | null | undefined
  ruleIds?: readonly string[] | null | undefined
}
