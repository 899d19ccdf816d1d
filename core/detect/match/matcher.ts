import type { FieldValue, Scalar } from '../../event/event.ts'
import type { TestParts } from '../rule/print-test.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import type { SourceVerdict } from '../sources/source-verdict.ts'

/** What the matcher reads of an event. An {@link Event} is one; null is for events that were not parsed by us. */
export interface MatchInput {
  fields: Readonly<Record<string, FieldValue | null>>
  /** The line as it came; keywords are sought in it too unless it is JSON or XML. */
  raw: string
}

/** A node of a rule's condition with its truth for one event. */
export type Explained =
  | { kind: 'all' | 'any' | 'not'; holds: boolean; of: readonly Explained[] }
  | { kind: 'selection'; holds: boolean; name: string; of: readonly Explained[] }
  | {
      kind: 'test'
      holds: boolean
      /** The test as a rule author would write it: `CommandLine|contains: ' -enc '`. */
      test: string
      parts: TestParts
      /** Event field that the rule's field name led to; absent for keywords and where the event has none. */
      field?: string
      /** The value tested; for a keyword that holds, the value that contains it. */
      value?: FieldValue | null
      /** Of a list of values, the first one that meets the test. */
      hit?: Scalar
    }

export interface Explanation {
  matches: boolean
  /** False when the event is known to come from another log source than the rule is for. */
  routed: boolean
  /** The same for each part of the rule's log source. */
  source: SourceVerdict
  condition: Explained
}

/** What a tenant has changed of a matcher's rules; made by {@link Matcher.overlay} and good for that matcher only. */
export interface TenantRules {
  /** Its own. */
  readonly rules: readonly SigmaRule[]
  /** An estimate of what it holds beside the matcher. */
  readonly bytes: number
}

/**
 * Rules compiled once and never changed: a change of rules builds another matcher beside the running one, and
 * exchanging the reference swaps it in between two events. Not shared between threads.
 */
export interface Matcher {
  readonly rules: readonly SigmaRule[]
  /**
   * @param tenant what the event's tenant has changed; nothing without it
   * @returns the rules that hold, in the order of {@link Matcher.rules}, then of the tenant's own
   */
  match(event: MatchInput, tenant?: TenantRules): readonly SigmaRule[]
  /** Why a rule, of this matcher or not, did or did not match. */
  explain(rule: SigmaRule, event: MatchInput): Explanation
  /** Costs only what `own` costs: the rules of the matcher stay as they are. */
  overlay(changes: {
    /** Ids of rules that do not count for the tenant. */
    off?: Iterable<string>
    /** Rules that count for the tenant only; one with the id of another rule stands in its place. */
    own?: readonly SigmaRule[]
  }): TenantRules
  /** An estimate of what the matcher holds, overlays apart. */
  readonly memory: { bytes: number }
}
