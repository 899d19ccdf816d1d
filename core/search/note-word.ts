import { writeName } from './field-name.ts'
import { note, type Reader } from './reader.ts'
import { SEARCH_FIELDS } from './search-fields.ts'

const COMPARED = /([\p{L}_@][\p{L}\p{N}_.@-]*)\s*(!?)==?\s*([^\s()|]*)/uy
const STARRED = /[\p{L}\p{N}_.@-]*\*[\p{L}\p{N}_.@*-]*:(?=[^\s:/*])/uy
const SLASHED = /([\p{L}_@][\p{L}\p{N}_@-]*\.[\p{L}\p{N}_.@-]*\/[\p{L}\p{N}_.@/-]+):(?=[^\s:/])/uy

const ECS_NAMES: ReadonlySet<string> = new Set(SEARCH_FIELDS.filter((name) => name.includes('.')))

/** Says so of a word from `from` on that stands in few lines: whoever wrote it more likely meant a field. */
export function noteWord(reader: Reader, from: number): void {
  COMPARED.lastIndex = from
  const [compared, name = '', not = '', value = ''] = COMPARED.exec(reader.text) ?? []
  if (compared !== undefined && ECS_NAMES.has(name.toLowerCase()))
    note(reader, {
      message: `${compared} is looked for as words`,
      from,
      to: from + compared.length,
      hint: `Write ${not && 'not '}${name}:${value} to ask the field`,
    })
  SLASHED.lastIndex = from
  const [slashed, path = ''] = SLASHED.exec(reader.text) ?? []
  if (slashed !== undefined)
    note(reader, {
      message: `${slashed} is looked for in the line`,
      from,
      to: from + slashed.length,
      hint: `Write ${writeName(path)}: to ask the field`,
    })
  STARRED.lastIndex = from
  const [starred] = STARRED.exec(reader.text) ?? []
  if (starred !== undefined)
    note(reader, {
      message: `Names of fields take no wildcards: ${starred} is looked for in the line`,
      from,
      to: from + starred.length,
      hint: 'Write the name of one field, or the value alone',
    })
}
