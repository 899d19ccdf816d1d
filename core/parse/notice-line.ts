import type { Fields } from '../event/event.ts'
import { notice } from '../event/problem.ts'

/** The longest of ordinary logs have some ten thousand characters: stack traces, scripts, cloud audit. */
const LONG = 256 * 1024
const NOT_BLANK = /\S/

/** What is odd about a line as such. */
export function noticeLine(fields: Fields, raw: string): void {
  if (raw.length > LONG) notice(fields, 'long')
  if (raw.includes('\0')) notice(fields, 'nul')
  const first = raw.charCodeAt(0)
  if (!(first > 0x20 && first < 0x80) && !NOT_BLANK.test(raw)) notice(fields, 'blank')
}
