/** A column of times in UTC as SQL text, RFC 3339 with all its digits. */
export function timeText(column: string): string {
  return `concat(replaceOne(toString(${column}), ' ', 'T'), 'Z')`
}
