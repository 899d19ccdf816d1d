const SIMPLE = /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/
const OPERATORS = new Set(['and', 'or', 'not'])

/** A value as the search language takes it literally, whatever is in it. */
export function quoteValue(value: string): string {
  if (SIMPLE.test(value) && !OPERATORS.has(value.toLowerCase())) return value
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
