import type { FieldValue } from '../../event/event.ts'
import type { ParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

/** A line as it was read, with who read each field. */
export interface Reading {
  /** With the time of the line under `@timestamp`, in nanoseconds. */
  fields: ReadonlyMap<string, FieldValue>
  /** `name@version` by field. */
  owners: ReadonlyMap<string, string>
  /** All that read a part of the line, from the outermost envelope inwards. */
  chain: string
  parser: string
}

export type ReadText = (raw: string) => Reading

/** @param context that of the line's source; a line that is looked at alone leaves nothing in it for others */
export function createReadText(parseLine: ParseLine, format: string, context: ParseContext): ReadText {
  return (raw) => {
    const owners = new Map<string, string>()
    const chain: string[] = []
    const read = parseLine(raw, format, { ...context }, (step) => {
      if (!step.took) return
      chain.push(step.parser)
      // What an inner one finds goes over what its envelope says.
      for (const field of step.fields) owners.set(field, step.parser)
    })
    const fields = new Map(Object.entries(read.fields))
    if (read.time !== undefined) fields.set('@timestamp', String(read.time))
    return { fields, owners, chain: chain.join(' '), parser: read.parser }
  }
}
