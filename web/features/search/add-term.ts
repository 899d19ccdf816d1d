/** A value that the search language takes literally, whatever is in it. */
function quote(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const SIMPLE = /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/
const OPERATORS = new Set(['and', 'or', 'not'])

/**
 * Narrows a query by one more term.
 * @param without filters the value out
 */
export function addTerm(query: string, field: string, value: string, without: boolean): string {
  const literal = SIMPLE.test(value) && !OPERATORS.has(value.toLowerCase()) ? value : quote(value)
  return narrowed(query, `${without ? 'not ' : ''}${field}:${literal}`)
}

/** Only what has the field. */
export function addHas(query: string, field: string): string {
  return narrowed(query, `${field}:*`)
}

function narrowed(query: string, term: string): string {
  const before = query.trim()
  if (!before) return term
  const loose = /\bor\b/i.test(before)
  return `${loose ? `(${before})` : before} and ${term}`
}
