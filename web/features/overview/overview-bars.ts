import type { OverviewFiguresQuery } from '../../graphql/generated/graphql.ts'
import { LEVELS } from '../../ui/level.ts'
import type { Span } from '../ask/time-range.ts'
import type { Bar, Series, Tone } from '../chart/series.ts'

interface Stack {
  series: readonly Series[]
  bars: Bar[]
}

/** Buckets begin at round times; what is asked may not. A bar leads to what it counts, and no further. */
function clip<Bucket extends { from: string; to: string }>(buckets: readonly Bucket[], span: Span): Bucket[] {
  return buckets.flatMap((bucket) => {
    const from = Math.max(Date.parse(bucket.from), span.from)
    const to = Math.min(Date.parse(bucket.to), span.to)
    return from < to
      ? [{ ...bucket, from: new Date(from).toISOString(), to: new Date(to).toISOString() }]
      : []
  })
}

const OUTCOMES = ['unknown', 'success', 'failure'] as const

export function barsByOutcome(histogram: OverviewFiguresQuery['eventHistogram'], span: Span): Stack {
  return {
    series: OUTCOMES.map((name) => ({ name, tone: name })),
    bars: clip(histogram.buckets, span).map(({ from, to, count, ...counts }) => ({
      ...{ from, to, total: Number(count) },
      counts: OUTCOMES.map((outcome) => Number(counts[outcome])),
    })),
  }
}

/** The worst on top of the stack. */
const STACKED = LEVELS.toReversed()

export function barsByLevel(
  histogram: Pick<OverviewFiguresQuery['alertHistogram'], 'buckets'>,
  span: Span,
): Stack {
  return {
    series: STACKED.map((level) => ({ name: level === 'informational' ? 'info' : level, tone: level })),
    bars: clip(histogram.buckets, span).map(({ from, to, count, levels }) => ({
      ...{ from, to, total: count },
      counts: STACKED.map((level) => levels.find((one) => one.level === level)?.count ?? 0),
    })),
  }
}

/** Hues of what is most common, the same wherever they are shown. */
const HUES: Readonly<Record<string, number>> = {
  authentication: 0,
  network: 1,
  process: 2,
  file: 3,
  web: 4,
  iam: 5,
  malware: 6,
}
export const MOST_KINDS = 6
const NONE = '(none)'
const OTHERS = '(other)'

/**
 * Events by category, in the buckets of the histogram. An event of two categories counts for both: what its bar leads
 * to is counted once.
 * @param rows of a timechart whose points are the buckets: time, category, count
 */
export function barsByCategory(
  histogram: OverviewFiguresQuery['eventHistogram'],
  rows: readonly (readonly unknown[])[],
  span: Span,
): Stack {
  const totals = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [time, category, count] of rows) {
    const name = category === null ? NONE : String(category)
    totals.set(name, (totals.get(name) ?? 0) + Number(count))
    counts.set(`${Date.parse(String(time))} ${name}`, Number(count))
  }
  const names = [...totals.keys()].sort(
    (one, other) =>
      Number(isRest(one)) - Number(isRest(other)) || (totals.get(other) ?? 0) - (totals.get(one) ?? 0),
  )
  const series = toneOfEach(names)
  const whole = histogram.buckets.map((bucket) => ({ ...bucket, start: Date.parse(bucket.from) }))
  return {
    series,
    bars: clip(whole, span).map(({ from, to, count, start }) => ({
      ...{ from, to, total: Number(count) },
      counts: names.map((name) => counts.get(`${start} ${name}`) ?? 0),
    })),
  }
}

const isRest = (name: string) => name === NONE || name === OTHERS

/** Its own hue where nobody has it yet, else one that is free. */
function toneOfEach(names: readonly string[]): Series[] {
  const taken = new Set<number>(names.flatMap((name) => (Object.hasOwn(HUES, name) ? [HUES[name] ?? 0] : [])))
  const free = [0, 1, 2, 3, 4, 5, 6].filter((hue) => !taken.has(hue))
  return names.map((name) => {
    const hue = isRest(name) ? undefined : Object.hasOwn(HUES, name) ? HUES[name] : free.shift()
    return { name, tone: hue === undefined ? 'rest' : (`kind${hue}` as Tone) }
  })
}
