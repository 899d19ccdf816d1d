import type { Event } from '../event/event.ts'
import type { SharedValue } from './shared-values.ts'

/** Nanoseconds since the epoch, both included. */
interface Span {
  from: bigint
  to: bigint
}

/** An event and which of the shared values it has, as places in their list. */
export interface Candidate {
  event: Event
  shares: readonly number[]
}

export interface Related {
  event: Event
  score: number
  /** The weightiest first, nearness in time last: `same user alice`, `42 s before`. */
  reasons: string[]
}

/** At this distance, nearness counts half of what it does at once; a score is at most doubled by it. */
export const HALF_SECONDS = 60
const NAMES = {
  host: 'host',
  user: 'user',
  address: 'address',
  process: 'process',
  hash: 'file hash',
  domain: 'domain',
}

/** What sharing a value says: bits, the more the fewer events of the range have it. */
export function weightOf(count: number, total: number): number {
  return Math.log2((total + 1) / Math.max(count, 1))
}

/** By how much nearness in time lifts a score, from 1 to 2. */
export function nearness(seconds: number): number {
  return 1 + HALF_SECONDS / (HALF_SECONDS + seconds)
}

/**
 * Events by how much they have to do with an alert: the weights of what they share with it, lifted by nearness in time.
 * @param weights of the shared values, in their order
 */
export function rankRelated(
  candidates: readonly Candidate[],
  shared: readonly SharedValue[],
  weights: readonly number[],
  span: Span,
): Related[] {
  const ranked = candidates.map(({ event, shares }): Related => {
    const distance = distanceOf(event.time, span)
    const weightiest = [...shares].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    const sum = weightiest.reduce((all, place) => all + (weights[place] ?? 0), 0)
    return {
      ...{ event, score: sum * nearness(Number(distance.nanos) / 1e9) },
      reasons: [...weightiest.flatMap((place) => nameOf(shared[place])), sayDistance(distance)],
    }
  })
  return ranked.sort(
    (a, b) =>
      b.score - a.score ||
      (a.event.time < b.event.time ? -1 : a.event.time > b.event.time ? 1 : 0) ||
      (a.event.eventId < b.event.eventId ? -1 : 1),
  )
}

function nameOf(shared: SharedValue | undefined): string[] {
  if (!shared) return []
  const { kind, value, onHost } = shared
  return [`same ${NAMES[kind]} ${value}${onHost === undefined ? '' : ` on ${onHost}`}`]
}

interface Distance {
  nanos: bigint
  side: 'before' | 'after' | 'within'
}

function distanceOf(time: bigint, { from, to }: Span): Distance {
  if (time < from) return { nanos: from - time, side: 'before' }
  return time > to ? { nanos: time - to, side: 'after' } : { nanos: 0n, side: 'within' }
}

function sayDistance({ nanos, side }: Distance): string {
  if (side === 'within') return 'while it happened'
  const seconds = Number(nanos) / 1e9
  if (seconds < 1) return `less than 1 s ${side}`
  if (seconds < 120) return `${Math.floor(seconds)} s ${side}`
  if (seconds < 7_200) return `${Math.floor(seconds / 60)} min ${side}`
  if (seconds < 172_800) return `${Math.floor(seconds / 3_600)} h ${side}`
  return `${Math.floor(seconds / 86_400)} days ${side}`
}
