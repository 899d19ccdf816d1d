import { parseTimeRange } from '#core/search/parse-time-range'
import { formatTimeRange, resolveTimeRange } from './time-range.ts'

/**
 * The address with its time range fixed, so that who opens it later sees the same.
 * @param standard what the page takes where its address names no range; undefined where it has none
 */
export function absoluteLink(address: string, standard: string | undefined, now: number): string {
  const url = new URL(address)
  const range = parseTimeRange(url.searchParams.get('range')) ?? parseTimeRange(standard ?? null)
  if (range?.kind === 'relative')
    url.searchParams.set('range', formatTimeRange({ kind: 'absolute', ...resolveTimeRange(range, now) }))
  return url.href
}
