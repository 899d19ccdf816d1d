import type { Fields } from '../../event/event.ts'
import { textOf } from './text-of.ts'

/** Writes a text under a name unless there is none or the name is taken. */
export function setText(fields: Fields, name: string, value: unknown): void {
  const text = textOf(value)
  if (text !== undefined) fields[name] ??= text
}
