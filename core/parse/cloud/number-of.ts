/** @returns a number, also written in digits, else undefined */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value === '' || value.length > 30) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}
