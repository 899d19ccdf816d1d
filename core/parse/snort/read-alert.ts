import type { ParseContext, Parsed } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { type SnortTime, snortTime } from './snort-time.ts'
import { setSnortEnds, setSnortProtocol, setSnortRule, startSnortEvent } from './start-snort-event.ts'

const RULE = /^\[(\d{1,10}):(\d{1,10}):(\d{1,10})\] ?/
const MARK = '[**]'

/** What stands between `open` and the next `]`. */
function bracket(text: string, open: string): string | undefined {
  const start = text.indexOf(open)
  if (start < 0) return undefined
  const end = text.indexOf(']', start)
  return end < 0 ? undefined : text.slice(start + open.length, end).trim()
}

/** The first of several texts that is there, else the end. */
function firstOf(text: string, ...marks: readonly string[]): number {
  const found = marks.map((mark) => text.indexOf(mark)).filter((at) => at >= 0)
  return found.length === 0 ? text.length : Math.min(...found)
}

const FIELDS: readonly (readonly [mark: string, field: string])[] = [
  [' TTL:', 'snort.ip.ttl'],
  [' IpLen:', 'snort.ip.header_length'],
  [' DgmLen:', 'network.bytes'],
  ['Type:', 'icmp.type'],
  ['Code:', 'icmp.code'],
]

/** The lines that `alert_full` adds: time and ends, then the headers of the packet. */
function readPacket(parsed: Parsed, body: string, context: ParseContext): void {
  for (const line of body.split('\n', 20)) {
    const stamp = snortTime(line, context)
    if (stamp) {
      parsed.time = stamp.time
      setSnortEnds(parsed.fields, line.slice(stamp.end))
      continue
    }
    const protocol = /^([A-Z][A-Z0-9-]{1,15}) TTL:/.exec(line)
    if (protocol?.[1]) setSnortProtocol(parsed.fields, protocol[1])
    for (const [mark, field] of FIELDS) {
      const at = line.indexOf(mark)
      const number =
        at < 0 ? undefined : wholeNumber(/^\d{0,9}/.exec(line.slice(at + mark.length))?.[0] ?? '')
      if (number !== undefined) parsed.fields[field] ??= field.startsWith('icmp.') ? String(number) : number
    }
  }
}

/**
 * `03/10-12:00:00.25 [**] [1:7:2] message [**] [Classification: c] [Priority: 2] {TCP} a:1 -> b:2` of alert_fast and
 * Suricata's fast.log, the same without time and marks in syslog, and the lines of alert_full.
 */
export function readSnortAlert(text: string, context: ParseContext): Parsed | undefined {
  const stamp: SnortTime | undefined = snortTime(text, context)
  let rest = stamp ? text.slice(stamp.end).trimStart() : text
  const drop = rest.startsWith('[Drop]')
  if (drop) rest = rest.slice(6).trimStart()
  const marked = rest.startsWith(MARK)
  if (marked) rest = rest.slice(MARK.length).trimStart()
  const rule = RULE.exec(rest)
  if (!rule) return undefined
  const after = rest.slice(rule[0].length)
  const end = marked
    ? firstOf(after, MARK)
    : firstOf(after, ' [Classification:', ' [Priority:', ' {', ' [**]')
  const fields = startSnortEvent()
  const [, generator = '', id = '', revision = ''] = rule
  setSnortRule(fields, { generator, id, revision, message: after.slice(0, end).trim() })
  const body = after.slice(end)
  const category = bracket(body, '[Classification:')
  const priority = wholeNumber(bracket(body, '[Priority:') ?? '')
  const reference = bracket(body, '[Xref =>')
  if (category !== undefined && category !== '' && category !== '(null)') fields['rule.category'] = category
  if (priority !== undefined) fields['event.severity'] = priority
  if (reference !== undefined) fields['rule.reference'] = reference
  if (drop) fields['event.type'] = ['denied']
  if (stamp?.fullYear) {
    fields['observer.vendor'] = 'OISF'
    fields['observer.product'] = 'Suricata'
  }
  const parsed: Parsed = { time: stamp?.time, fields }
  const brace = /\{([\w-]{1,32})\} /.exec(body)
  if (brace?.[1]) {
    setSnortProtocol(fields, brace[1])
    setSnortEnds(fields, body.slice(brace.index + brace[0].length))
  } else readPacket(parsed, body, context)
  return parsed
}
