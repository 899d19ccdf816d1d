const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Three letters in one number, upper and lower case alike. */
const keyAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) | 0x20) << 16) |
  ((text.charCodeAt(at + 1) | 0x20) << 8) |
  (text.charCodeAt(at + 2) | 0x20)

const MONTHS: ReadonlyMap<number, number> = new Map(NAMES.map((name, i) => [keyAt(name, 0), i + 1]))

/** @returns 1-12 for the English three-letter name at `at`, in any case, else 0 */
export function monthAt(text: string, at: number): number {
  return text.length >= at + 3 ? (MONTHS.get(keyAt(text, at)) ?? 0) : 0
}
