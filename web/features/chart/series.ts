/** A class of tones.module.css. */
export type Tone =
  | 'success'
  | 'failure'
  | 'unknown'
  | 'rest'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'informational'
  | `kind${0 | 1 | 2 | 3 | 4 | 5 | 6}`

export interface Series {
  name: string
  tone: Tone
}

/** A stretch of time, half-open, and what fell into it. */
export interface Bar {
  /** RFC 3339. */
  from: string
  to: string
  /** All of it: what the search behind the bar finds. */
  total: number
  /** In the order of the series, the lowest of the stack first; where one thing counts for several, more than the total. */
  counts: readonly number[]
  /** Of the total, marked at the foot of the bar. */
  foot?: number
}
