import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** `2026-03-10T12:00:00.123456789Z stdout F text`; P marks a part of a line that was too long for one. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const end = text.charCodeAt(10) === 0x54 ? text.indexOf(' ', 16) : -1
  if (end < 0 || end > 40) return undefined
  const stream = text.slice(end + 1, end + 7)
  if ((stream !== 'stdout' && stream !== 'stderr') || text.charCodeAt(end + 7) !== 0x20) return undefined
  const tags = text.slice(end + 8, end + 9)
  if ((tags !== 'F' && tags !== 'P') || text.charCodeAt(end + 9) > 0x20) return undefined
  const time = parseIsoTime(text.slice(0, end), context)
  if (time === undefined) return undefined
  const fields = createFields()
  fields['event.dataset'] = 'kubernetes.container_logs'
  fields.stream = stream
  if (tags === 'P') fields['log.flags'] = ['partial']
  return { time, fields, payload: { text: text.slice(end + 10) } }
}

/** An envelope: the line itself goes to whoever knows its text. */
export const parser: Parser = {
  name: 'container-cri',
  reads: 'lines of containerd and CRI-O, as they lie under /var/log/pods',
  version: 1,
  clues: [{ first: '0123456789', run: 4, next: '-' }],
  rank: 6,
  parse,
  samples: [
    '2026-03-10T12:00:00.123456789Z stdout F worker 3 started',
    '2026-03-10T13:00:00.000000001+01:00 stderr P the first part of a long line',
  ],
}
