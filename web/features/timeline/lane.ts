import type { TimelineEventFragment, TimelinePictureQuery } from '../../graphql/generated/graphql.ts'
import type { Span } from '../ask/time-range.ts'

export type Picture = NonNullable<TimelinePictureQuery['timeline']>
export type TimelineEvent = TimelineEventFragment

/** Something drawn in a lane: a stretch of time with its events, or one event. */
export interface Thing extends Span {
  count: number
  severity: number
  suspected: number
  event?: TimelineEvent
}

export interface Lane {
  /** Unlike that of any other lane of its picture. */
  key: string
  /** As shown; what events have in common. */
  name: string
  /** What a search calls it; undefined for that of all others. */
  value: string | undefined
  site: string
  /** Undefined where it is of several. */
  tenant?: { slug: string; name: string; code: string; hue: number } | undefined
  count: number
  severity: number
  suspected: number
  /** By time. */
  things: Thing[]
}
