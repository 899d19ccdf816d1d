/** What a step answers instead of a value. Faults of ours and outages are thrown. */
export class Stopped {
  /** `drop`: nothing to keep. `dead`: kept as it came, marked, counted. */
  readonly kind: 'drop' | 'dead'
  readonly reason: string

  constructor(kind: 'drop' | 'dead', reason: string) {
    this.kind = kind
    this.reason = reason
  }
}

/** The value itself when all is well: a batch has thousands of them. */
export type Outcome<T> = T | Stopped

export function drop(reason: string): Stopped {
  return new Stopped('drop', reason)
}

export function dead(reason: string): Stopped {
  return new Stopped('dead', reason)
}
