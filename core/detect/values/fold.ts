/**
 * Case folding of both sides of a comparison: lower case, and the Greek final sigma as any other, because
 * lower-casing picks it by its neighbours, which a needle does not have.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower
}
