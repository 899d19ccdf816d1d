const THIN_SPACE = '\u2009'

/** Whole numbers with thin-space thousands. Takes the text of a 64-bit count as well. */
export function formatNumber(value: number | string | bigint): string {
  return BigInt(typeof value === 'number' ? Math.round(value) : value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}
