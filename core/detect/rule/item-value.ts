import type { Affix, Comparison, TextPattern, TimePart } from './condition.ts'

/** A value of a detection item on its way through the modifiers. */
export type ItemValue =
  /** `anyDash`: windash on so many dashes that its variants are not written out. */
  | { type: 'text'; pattern: TextPattern; anyDash?: true }
  | { type: 'number'; value: number; written: string }
  | { type: 'boolean'; value: boolean }
  | { type: 'null' }
  | { type: 'bytes'; bytes: Uint8Array }
  | { type: 'regex'; source: string; flags: string }
  | { type: 'network'; network: string }
  | { type: 'comparison'; than: Comparison; value: number }
  | { type: 'time'; part: TimePart; than: Comparison; value: number }
  | { type: 'field'; name: string; affix: Affix }
  | { type: 'presence'; present: boolean }

/** Why a modifier cannot be applied to a value. */
export class ModifierError extends Error {
  readonly mend: string

  constructor(message: string, mend: string) {
    super(message)
    this.mend = mend
  }
}
