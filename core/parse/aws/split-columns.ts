const MAX_COLUMNS = 200

/** Columns between blanks; one in quotes or square brackets may hold blanks, and comes without them. */
export function splitColumns(text: string): string[] {
  const columns: string[] = []
  let at = 0
  while (at < text.length && columns.length < MAX_COLUMNS) {
    const first = text.charCodeAt(at)
    if (first === 0x20) {
      at++
      continue
    }
    const close = first === 0x22 ? closingQuote(text, at + 1) : first === 0x5b ? text.indexOf(']', at) : -1
    if (close > at) {
      columns.push(text.slice(at + 1, close))
      at = close + 1
      continue
    }
    const next = text.indexOf(' ', at)
    const end = next < 0 ? text.length : next
    columns.push(text.slice(at, end))
    at = end + 1
  }
  return columns
}

/** A quote ends a column only before a blank or the end: what clients send may hold quotes. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && at + 1 < text.length && text.charCodeAt(at + 1) !== 0x20) at = text.indexOf('"', at + 1)
  return at
}
