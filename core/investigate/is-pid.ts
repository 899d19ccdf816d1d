import type { FieldValue } from '../event/event.ts'

/** A line may claim any number for a pid; the store's have 32 bits. */
export function isPid(value: FieldValue | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
}
