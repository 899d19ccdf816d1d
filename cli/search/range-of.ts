const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 }

interface Span {
  last?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/**
 * Reads `--last` or `--from` and `--to`. The end is fixed here, so that events which arrive meanwhile do not move
 * the pages.
 * @param now milliseconds since the epoch
 * @returns a range of RFC 3339 times, or what is wrong
 */
export function rangeOf({ last, from, to }: Span, now: number): { from: string; to: string } | string {
  if (from !== undefined || to !== undefined) {
    if (last !== undefined) return 'give --last, or --from and --to'
    if (from === undefined) return '--to needs --from'
    return { from, to: to ?? new Date(now).toISOString() }
  }
  const match = /^(\d{1,6})([smhdw])$/.exec(last ?? '24h')
  const seconds = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN)
  if (!(seconds > 0)) return '--last must be a number and s, m, h, d or w: 24h'
  return { from: new Date(Math.max(0, now - seconds * 1_000)).toISOString(), to: new Date(now).toISOString() }
}
