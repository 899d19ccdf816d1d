import type { ParseContext } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { localToUtc } from '../time/local-time.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'
import { fractionAt } from '../time/parse-fraction.ts'
import { isClock, isDate, toNanos } from '../time/to-nanos.ts'

const STAMP = /^(\d\d)\/(\d\d)(?:\/(\d{2,4}))?-(\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export interface SnortTime {
  time: bigint | undefined
  end: number
  /** Written with four digits, which only Suricata does. */
  fullYear: boolean
}

/** `03/10-12:00:00.250000`, `03/10/26-12:00:00.250000` at the start of a text; Suricata writes whole years. */
export function snortTime(text: string, context: ParseContext): SnortTime | undefined {
  const match = STAMP.exec(text.slice(0, 40))
  if (!match) return undefined
  const [whole, month = '', day = '', year, clock = '', fraction = ''] = match
  const fullYear = year?.length === 4
  const end = whole.length
  if (year === undefined) {
    const name = MONTHS[Number(month) - 1]
    const stamp = `${name} ${day} ${clock}${fraction === '' ? '' : `.${fraction}`}`
    return { time: name === undefined ? undefined : bsdTimeAt(stamp, 0, context)?.time, end, fullYear }
  }
  const [hour = -1, minute = -1, second = -1] = clock.split(':').map((part) => wholeNumber(part) ?? -1)
  const y = fullYear ? Number(year) : 2000 + Number(year)
  if (!isDate(y, Number(month), Number(day)) || !isClock(hour, minute, second))
    return { time: undefined, end, fullYear }
  const ms = Date.UTC(y, Number(month) - 1, Number(day), hour, minute, second)
  return {
    time: toNanos(localToUtc(ms, context), fraction === '' ? 0 : fractionAt(fraction, 0)?.nanos),
    end,
    fullYear,
  }
}
