import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { nameProduct } from '../products/name-product.ts'
import { priorityAtStart, setPriority } from '../syslog/priority.ts'
import { readLooseRfc5424 } from '../syslog/read-loose-rfc5424.ts'
import { readRepeat } from '../syslog/read-repeat.ts'
import { readRfc3164 } from '../syslog/read-rfc3164.ts'
import { readRfc5424 } from '../syslog/read-rfc5424.ts'

/** RFC 6587 3.4.1, `83 <13>...`: the length of a frame, left over by who cut the stream into lines. */
function frameEnd(text: string): number {
  let at = 0
  while (at < 6 && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++
  return at > 0 && text.charCodeAt(at) === 0x20 && text.charCodeAt(at + 1) === 0x3c ? at + 1 : 0
}

/** A file of RFC 5424 whose template left PRI out: `1 2026-03-10T12:00:00Z host app ...`. */
const looksLikeRfc5424 = (text: string): boolean =>
  text.startsWith('1 ') && text.charCodeAt(6) === 0x2d && text.charCodeAt(12) === 0x54

/** A line that stands for several gives its count, and the line that was repeated to whoever reads that. */
function unfold({ fields, payload }: Parsed): void {
  const repeat = payload ? readRepeat(payload.text) : undefined
  if (!payload || !repeat) return
  fields['event.count'] = repeat.count
  if (repeat.message !== undefined) payload.text = repeat.message
}

/** RFC 5424 where it keeps to its grammar, else RFC 3164 as devices really write it; PRI may be missing. */
function parse({ text: whole }: Line, context: ParseContext): Parsed | undefined {
  const frame = frameEnd(whole)
  const text = frame === 0 ? whole : whole.slice(frame)
  const priority = priorityAtStart(text)
  const parsed = priority
    ? (readRfc5424(text, priority.end) ??
      readLooseRfc5424(text, priority.end, context) ??
      readRfc3164(text, priority.end, context, true))
    : looksLikeRfc5424(text)
      ? (readRfc5424(text, 0) ?? readLooseRfc5424(text, 0, context))
      : readRfc3164(text, 0, context, false)
  if (!parsed) return undefined
  // Payloads that know better say so.
  parsed.fields['event.dataset'] = 'syslog'
  if (priority) setPriority(parsed.fields, priority.value)
  unfold(parsed)
  if (parsed.payload) nameProduct(parsed.fields, parsed.payload, text)
  return parsed
}

/** An envelope: what it carries goes to the parser of its program, or to whoever knows the text. */
export const parser: Parser = {
  name: 'syslog',
  reads:
    'RFC 5424, RFC 3164 as devices write it: PRI, host or tag missing, ISO times, years or fractions added, Cisco and Meraki headers',
  version: 1,
  clues: [
    { prefix: '<' },
    { first: 'JFMASONDTWjfmasond', run: 3, next: ' ' },
    { first: '0123456789', next: ' ' },
    { first: '0123456789', run: 4, next: '-' },
    { first: '0123456789', run: 10, next: '.', after: ' ' },
  ],
  rank: 5,
  parse,
  samples: [
    '<30>Oct 11 22:14:15 gw01 dnsmasq[812]: query[A] example.org from 10.0.0.7',
    'Feb  5 17:32:18 10.0.0.99 kernel: device eth0 entered promiscuous mode',
    '2026-03-01T10:00:00.123456+01:00 web01 systemd[1]: Started nginx.service.',
    '<165>1 2003-10-11T22:14:15.003Z web01 app 17 ID47 [origin@32473 software="app" note="a \\"b\\""] hello',
    '<134>1 1773144000.774247089 gate-7 events door 4 opened',
    '<189>123: sw01: 000123: *Mar 10 12:00:00.123 CET: last reload by operator',
    '<134>Link up on port 3',
  ],
}
