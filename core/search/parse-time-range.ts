export const RANGE_UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
export type RangeUnit = keyof typeof RANGE_UNITS

/** What an address keeps: `24h`, `2026-11-23T08:00:00.000Z~2026-11-23T09:00:00.000Z` or `all`. */
export type TimeRange =
  | { kind: 'relative'; amount: number; unit: RangeUnit }
  | { kind: 'absolute'; from: number; to: number }
  | { kind: 'all' }

export const LONGEST_RANGE_DAYS = 3650

export function parseTimeRange(text: string | null): TimeRange | undefined {
  if (text === 'all') return { kind: 'all' }
  const relative = /^(\d{1,4})([mhd])$/.exec(text ?? '')
  if (relative) {
    const amount = Number(relative[1])
    const unit = relative[2] as RangeUnit
    if (amount > 0 && amount * RANGE_UNITS[unit] <= LONGEST_RANGE_DAYS * RANGE_UNITS.d)
      return { kind: 'relative', amount, unit }
  }
  const [from, to] = (text ?? '').split('~').map((part) => Date.parse(part))
  if (from !== undefined && to !== undefined && from < to) return { kind: 'absolute', from, to }
  return undefined
}
