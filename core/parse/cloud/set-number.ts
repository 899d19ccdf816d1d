import type { Fields } from '../../event/event.ts'
import { numberOf } from './number-of.ts'

/** Writes a number under a name unless there is none or the name is taken. */
export function setNumber(fields: Fields, name: string, value: unknown): void {
  const number = numberOf(value)
  if (number !== undefined) fields[name] ??= number
}
