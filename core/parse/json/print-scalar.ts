/** A value of JSON as a word, '' for what is none: `String` breaks on `{"toString": 1}`, and on lists of such. */
export function printScalar(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
