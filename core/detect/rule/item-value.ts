import type { Affix, Comparison, TextPattern, TimePart } from './condition.ts'

/** A value of a detection item on its way through the modifiers. */
export type ItemValue =
  | { type: 'text'; pattern: TextPattern }
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

/** A detection item while its modifiers are applied. */
export interface Item {
  /** Undefined for keywords. */
  field: string | undefined
  /** Each written value with its alternatives: encodings and dashes expand to several. */
  values: (readonly ItemValue[])[]
  /** `all`: every value must hold, not one of them. */
  all: boolean
  negated: boolean
  cased: boolean
  /** An affix was applied: a keyword is then tested as written, not sought inside of the values. */
  affixed: boolean
  /** Modifiers applied so far, in order. */
  applied: string[]
}

/** Why a modifier cannot be applied. */
export class ModifierError extends Error {
  readonly mend: string

  constructor(message: string, mend: string) {
    super(message)
    this.mend = mend
  }
}
