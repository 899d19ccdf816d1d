import type { Explanation } from '#core/detect/match/matcher'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { ReadEvent } from '../../rules/create-event-reader.ts'

/** An event that rules matched. */
export interface Finding {
  /** Undefined when there is one input only. */
  file: string | undefined
  /** 0-based position of the record in its input. */
  index: number
  event: ReadEvent
  rules: readonly SigmaRule[]
}

export type Explain = (rule: SigmaRule, event: ReadEvent) => Explanation

/** What a run went through. */
export interface Totals {
  files: number
  bytes: number
  events: number
  detections: number
  seconds: number
}

/** How findings are told: a text for each, and one after all of them. */
export interface Report {
  found(finding: Finding): string
  end(totals: Totals): string
}
