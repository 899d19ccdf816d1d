import type { Origins } from '#core/parse/origins/find-origins'
import type { Stretch } from '#core/parse/origins/join-segments'
import { toBytes } from '#core/parse/origins/to-bytes'
import { escapeText } from '../terminal/escape-text.ts'

const LONGEST = 60

/** Each field of a line with its value and the bytes that it was read from, in the order of the line; plain text. */
export function printOrigins(raw: string, { reading, fields, isComplete }: Origins): string {
  const told = [...fields]
    .sort(([, one], [, other]) => startOf(one.stretches) - startOf(other.stretches))
    .map(([field, { kind, stretches, parser }]) => {
      const bytes = toBytes(raw, stretches).map(({ start, end }) => `${start}-${end - 1}`)
      const from =
        kind === 'parser' ? 'set' : `${kind === 'line' ? '' : 'worked out '}from ${bytes.join(', ')}`
      const value = escapeText(String(reading.fields.get(field)).slice(0, LONGEST))
      return `  ${escapeText(field)}: ${value}  ${from} by ${parser}\n`
    })
  const end = isComplete ? '' : '  the line is too long to try each of its words: fewer fields have bytes\n'
  return told.join('') + end
}

function startOf([first]: readonly Stretch[]): number {
  return first?.start ?? Number.MAX_SAFE_INTEGER
}
