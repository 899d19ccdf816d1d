/** A field of the rows at hand, and how many of them have it. */
export interface FieldInRows {
  field: string
  count: number
}

/** Enough to know what kinds of events there are. */
const LOOKED_AT = 500

/** Which fields the first rows have, the most frequent first. */
export function fieldsOfRows(rows: readonly { fields: Readonly<Record<string, unknown>> }[]): FieldInRows[] {
  const counts = new Map<string, number>()
  for (const { fields } of rows.slice(0, LOOKED_AT))
    for (const field of Object.keys(fields)) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .map(([field, count]) => ({ field, count }))
    .sort((one, other) => other.count - one.count || (one.field < other.field ? -1 : 1))
}

/** `geo dest` finds `destination.geo.city_name`: each piece, anywhere in the name. */
export function fitsName(field: string, wanted: string): boolean {
  const name = field.toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((piece) => name.includes(piece))
}
