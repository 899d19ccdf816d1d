import { parseClfTime } from './parse-clf-time.ts'

const MAIL = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d:\d\d)(:\d\d)? (\S{1,9})$/

/** @returns nanoseconds since the epoch for a whole `Tue, 10 Mar 2026 12:00:00 +0100` (RFC 5322, HTTP), else undefined */
export function parseMailTime(text: string): bigint | undefined {
  const [, day = '', month, year, minute, second = ':00', zone] = MAIL.exec(text) ?? []
  if (month === undefined) return undefined
  return parseClfTime(`${day.padStart(2, '0')}/${month}/${year}:${minute}${second} ${zone}`)
}
