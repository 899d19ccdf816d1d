export type Standing = 'quiet' | 'low' | 'usual' | 'high' | 'unknown'

interface Judged {
  /** Undefined while too few days are known. */
  usual: number | undefined
  standing: Standing
}

/** Days that make a normal. */
const FEWEST_DAYS = 2
/** Who sends less than this an hour may well send nothing. */
const SENDS = 3
/** Below it, four times as much or a quarter is chance. */
const COUNTS = 20
const APART = 4

/**
 * What came in an hour against the same hour on days before: their median, so that one odd day decides nothing.
 * Days before the first one with events are not known, and no reason to expect nothing.
 * @param before counts of the same hour, yesterday first
 */
export function judgeActivity(now: number, before: readonly number[]): Judged {
  const known = before.slice(0, before.findLastIndex((count) => count > 0) + 1)
  if (known.length < FEWEST_DAYS) return { usual: undefined, standing: 'unknown' }
  const usual = medianOf(known)
  if (now === 0 && usual >= SENDS) return { usual, standing: 'quiet' }
  if (usual >= COUNTS && now * APART < usual) return { usual, standing: 'low' }
  if (now >= COUNTS && now > usual * APART) return { usual, standing: 'high' }
  return { usual, standing: 'usual' }
}

function medianOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
