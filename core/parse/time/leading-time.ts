import type { ParseContext } from '../parser.ts'
import { monthAt } from './month-number.ts'
import { bsdTimeAt } from './parse-bsd-time.ts'
import { parseIsoTime } from './parse-iso-time.ts'
import { parseZone } from './parse-zone.ts'

const CLOCK = '(\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d{1,9})?)'
const ZONE = '(?: ?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)(?=[\\s\\]:,)]|$))?'
/** Year first, in figures: `2026-03-10 12:00:00`, `2026/03/10`, `2026:03:10-12:00:00`, `20260310-12:00:00`. */
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.:]?(\\d\\d)[-/.:]?(\\d\\d)[T _-]${CLOCK}${ZONE}`)
/** `10-Mar-2026 12:00:00 +0200`, `10/Mar/2026:12:00:00`, `10 Mar 2026 12:00:00`. */
const NAMED_MONTH = new RegExp(`^(\\d{1,2})[-/ ]([A-Z][a-z]{2})[a-z.]{0,6}[-/ ](\\d{4})[ :]+${CLOCK}${ZONE}`)
/** `Mar-10-26 12:00:00` */
const MONTH_FIRST = new RegExp(`^([A-Z][a-z]{2})-(\\d\\d)-(\\d\\d) ${CLOCK}`)
/** `10-03-2026 12:00:00`, and `03/10/2026 - 12:00:00` as Americans write it. */
const YEAR_LAST = new RegExp(`^(\\d\\d)([-/.])(\\d\\d)[-/.](\\d{4}) (?:- )?${CLOCK}${ZONE}`)
/** `Tue Mar 10 12:00:00 2026` */
const CTIME = new RegExp(`^(?:[A-Z][a-z]{2} )([A-Z][a-z]{2}) +(\\d{1,2}) ${CLOCK}(?: ([A-Z]{3,5}))? (\\d{4})`)

export interface LeadingTime {
  time: bigint
  /** Where the text goes on. */
  end: number
}

function build(
  date: string,
  clock: string,
  zone: string | undefined,
  context: ParseContext,
): bigint | undefined {
  const padded = clock.indexOf(':') === 1 ? `0${clock}` : clock
  const minutes = zone === undefined ? context : (parseZone(zone) ?? context)
  return parseIsoTime(`${date}T${padded}`, minutes)
}

const two = (value: string | number): string => String(value).padStart(2, '0')

/**
 * A time at the start of a line, in whatever order its author liked; brackets around it may stand.
 * For parsers that read what no other does: it tries several forms.
 */
export function leadingTime(text: string, context: ParseContext): LeadingTime | undefined {
  const open = text.charCodeAt(0) === 0x5b ? 1 : 0
  const head = text.slice(open, open + 48)
  const found = read(head, context)
  return found && { time: found.time, end: open + found.end }
}

function read(head: string, context: ParseContext): LeadingTime | undefined {
  const code = head.charCodeAt(0)
  const digit = code >= 0x30 && code <= 0x39
  if (!digit) return readNamed(head, context)
  const yearFirst = YEAR_FIRST.exec(head)
  if (yearFirst) {
    const [whole, year, month, day, clock = '', zone] = yearFirst
    return finish(build(`${year}-${month}-${day}`, clock, zone, context), whole)
  }
  const named = NAMED_MONTH.exec(head)
  if (named) {
    const [whole, day = '', month = '', year, clock = '', zone] = named
    return finish(build(`${year}-${two(monthAt(month, 0))}-${two(day)}`, clock, zone, context), whole)
  }
  const last = YEAR_LAST.exec(head)
  if (!last) return undefined
  const [whole, first = '', separator, second = '', year, clock = '', zone] = last
  const [month, day] = separator === '/' && Number(first) <= 12 ? [first, second] : [second, first]
  return finish(build(`${year}-${month}-${day}`, clock, zone, context), whole)
}

function readNamed(head: string, context: ParseContext): LeadingTime | undefined {
  const bsd = bsdTimeAt(head, 0, context)
  if (bsd?.time !== undefined) return { time: bsd.time, end: bsd.end }
  const ctime = CTIME.exec(head)
  if (ctime) {
    const [whole, month = '', day = '', clock = '', , year] = ctime
    return finish(build(`${year}-${two(monthAt(month, 0))}-${two(day)}`, clock, undefined, context), whole)
  }
  const monthFirst = MONTH_FIRST.exec(head)
  if (!monthFirst) return undefined
  const [whole, month = '', day, year, clock = ''] = monthFirst
  return finish(build(`20${year}-${two(monthAt(month, 0))}-${day}`, clock, undefined, context), whole)
}

function finish(time: bigint | undefined, whole: string): LeadingTime | undefined {
  return time === undefined ? undefined : { time, end: whole.length }
}
