const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** @returns 1-12 for the English three-letter name at `at`, else 0 */
export function monthAt(text: string, at: number): number {
  const found = MONTHS.indexOf(text.slice(at, at + 3))
  return found >= 0 && found % 3 === 0 && text.length >= at + 3 ? found / 3 + 1 : 0
}
