const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
type Unit = keyof typeof UNITS

/** What the address bar keeps: `24h`, `2026-11-23T08:00:00.000Z~2026-11-23T09:00:00.000Z` or `all`. */
export type TimeRange =
  | { kind: 'relative'; amount: number; unit: Unit }
  | { kind: 'absolute'; from: number; to: number }
  | { kind: 'all' }

/** Milliseconds, half-open. */
export interface Span {
  from: number
  to: number
}

const LONGEST_DAYS = 3650

export function parseTimeRange(text: string | null): TimeRange | undefined {
  if (text === 'all') return { kind: 'all' }
  const relative = /^(\d{1,4})([mhd])$/.exec(text ?? '')
  if (relative) {
    const amount = Number(relative[1])
    const unit = relative[2] as Unit
    if (amount > 0 && amount * UNITS[unit] <= LONGEST_DAYS * UNITS.d)
      return { kind: 'relative', amount, unit }
  }
  const [from, to] = (text ?? '').split('~').map((part) => Date.parse(part))
  if (from !== undefined && to !== undefined && from < to) return { kind: 'absolute', from, to }
  return undefined
}

export function formatTimeRange(range: TimeRange): string {
  if (range.kind === 'all') return 'all'
  if (range.kind === 'relative') return `${range.amount}${range.unit}`
  return `${new Date(range.from).toISOString()}~${new Date(range.to).toISOString()}`
}

/** @param now milliseconds; a relative range ends a second after it, so that what arrives now is inside */
export function resolveTimeRange(range: TimeRange, now: number): Span {
  if (range.kind === 'absolute') return { from: range.from, to: range.to }
  const length = range.kind === 'all' ? LONGEST_DAYS * UNITS.d : range.amount * UNITS[range.unit]
  return { from: now - length, to: now + 1_000 }
}

const WORDS: Record<Unit, string> = { m: 'minute', h: 'hour', d: 'day' }

export function describeRelative({ amount, unit }: { amount: number; unit: Unit }): string {
  return amount === 1 ? `Last ${WORDS[unit]}` : `Last ${amount} ${WORDS[unit]}s`
}
