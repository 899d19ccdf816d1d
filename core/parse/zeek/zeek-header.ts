import type { LineHeader, ParseContext } from '../parser.ts'
import { unescapeZeek } from './unescape.ts'

/** What the `#` lines at the top of a Zeek log say of the lines that follow. */
export type ZeekHeader = Required<LineHeader>

const MAX_COLUMNS = 500
const PATH = /^[\w.-]{1,64}$/
const NAME = /^[\w.$-]{1,128}$/

export const ZEEK_DEFAULTS: ZeekHeader = {
  path: '',
  fields: [],
  types: [],
  separator: '\t',
  setSeparator: ',',
  emptyField: '(empty)',
  unsetField: '-',
}

/** Takes one `#` line into the header of the stream. */
export function takeHeaderLine(context: ParseContext, line: string): void {
  if (line.startsWith('#separator ')) {
    context.header = { ...ZEEK_DEFAULTS, separator: unescapeZeek(line.slice(11, 31)) }
    return
  }
  const before = { ...ZEEK_DEFAULTS, ...context.header }
  const [key, ...values] = line.split(before.separator, MAX_COLUMNS)
  const [value] = values
  if (value === undefined || value === '') return
  if (key === '#set_separator') context.header = { ...before, setSeparator: value }
  else if (key === '#empty_field') context.header = { ...before, emptyField: value }
  else if (key === '#unset_field') context.header = { ...before, unsetField: value }
  else if (key === '#path') context.header = { ...before, path: PATH.test(value) ? value : '' }
  else if (key === '#fields')
    context.header = { ...before, fields: values.map((name) => (NAME.test(name) ? name : '')), types: [] }
  else if (key === '#types') context.header = { ...before, types: values }
}

/** @returns the stream's header where it is Zeek's */
export function zeekHeaderOf({ header }: ParseContext): ZeekHeader | undefined {
  if (!header || header.path === undefined || header.path === '' || header.fields.length === 0)
    return undefined
  return { ...ZEEK_DEFAULTS, ...header }
}
