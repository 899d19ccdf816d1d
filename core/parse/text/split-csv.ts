const MAX_COLUMNS = 1_000

/**
 * One row of separated values: RFC 4180 quotes, white space around unquoted values kept.
 * @param separator one character
 */
export function splitCsv(row: string, separator = ','): string[] {
  if (!row.includes('"')) return row.split(separator, MAX_COLUMNS)
  const columns: string[] = []
  let at = 0
  while (at <= row.length && columns.length < MAX_COLUMNS) {
    if (row[at] !== '"') {
      const next = row.indexOf(separator, at)
      const end = next < 0 ? row.length : next
      columns.push(row.slice(at, end))
      at = end + 1
      continue
    }
    const close = closingQuote(row, at + 1)
    columns.push(row.slice(at + 1, close).replaceAll('""', '"'))
    const next = row.indexOf(separator, close)
    at = next < 0 ? row.length + 1 : next + 1
  }
  return columns
}

function closingQuote(row: string, from: number): number {
  let at = row.indexOf('"', from)
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2)
  return at < 0 ? row.length : at
}
