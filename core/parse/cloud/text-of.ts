/** @returns a text that says something, a number in digits, else undefined */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' || value === '-' ? undefined : value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}
