import { Reject } from './reject.ts'

/** A record beyond this is no log line: parsers and matchers would pay for it. */
export const MAX_RECORD_BYTES = 1024 * 1024
/** What 16 MiB hold at 80 bytes a line; bounds what a body of tiny lines costs. */
export const MAX_RECORDS = 200_000

/** @throws Reject too_large */
export function checkRecord(number: number, bytes: number): void {
  if (bytes > MAX_RECORD_BYTES)
    throw new Reject('too_large', `Record ${number} has ${bytes} bytes: more than ${MAX_RECORD_BYTES}`)
  if (number > MAX_RECORDS)
    throw new Reject('too_large', `More than ${MAX_RECORDS} records: send them in parts`)
}
