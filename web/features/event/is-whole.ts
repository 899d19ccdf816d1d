import type { EventRowFragment as EventRow } from '../../graphql/generated/graphql.ts'

export type WholeEvent = EventRow & { raw: string }

/** Whether the line and all fields are there: a list shows its first rows without, they come after them. */
export function isWhole(row: EventRow): row is WholeEvent {
  return row.raw !== undefined
}
