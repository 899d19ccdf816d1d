/** A value that should be a word: numbers and `{"#text": 4624}` (an element with attributes) included; else ''. */
export function wordOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null && '#text' in value) return wordOf(value['#text'])
  return ''
}
