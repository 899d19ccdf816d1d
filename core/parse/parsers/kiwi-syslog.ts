import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { namedPriority, setPriority } from '../syslog/priority.ts'
import { setHost } from '../syslog/set-origin.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const STAMP = 19
const MAX_PART = 255

/** Kiwi's words are syslog's, spelled out and in capitals: `Local7.Notice`, `System4.Info`, `Daemon.Warning`. */
function priorityOf(words: string): number | undefined {
  const lower = words.toLowerCase()
  const system = /^system(\d{1,2})\./.exec(lower)
  return namedPriority(system ? `${system[1]}.${lower.slice(system[0].length)}` : lower)
}

/** Date and time, facility and level, host, message, with tabs between them. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  if (text.charCodeAt(STAMP) !== 0x09 || text.charCodeAt(10) !== 0x20) return undefined
  const second = text.indexOf('\t', STAMP + 1)
  const third = second < 0 ? -1 : text.indexOf('\t', second + 1)
  if (third < 0 || third - STAMP > MAX_PART) return undefined
  const priority = priorityOf(text.slice(STAMP + 1, second))
  const time = priority === undefined ? undefined : parseIsoTime(text.slice(0, STAMP), context)
  if (priority === undefined || time === undefined) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'syslog'
  setPriority(fields, priority)
  setHost(fields, text.slice(second + 1, third).trim())
  return { time, fields, payload: { text: text.slice(third + 1).trim() } }
}

/** An envelope: what the device sent follows as it was. */
export const parser: Parser = {
  name: 'kiwi-syslog',
  reads: "files of SolarWinds' Kiwi Syslog Server, with tabs between time, level, host and message",
  version: 1,
  clues: [{ first: '0123456789', run: 4, next: '-' }],
  rank: 6,
  parse,
  samples: ['2026-03-10 12:00:00\tLocal7.Notice\t10.0.0.9\tlink up on port 3'],
}
