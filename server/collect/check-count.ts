import { Reject } from './reject.ts'

/** What 16 MiB hold at 80 bytes a line; bounds what a body of tiny lines costs. */
export const MAX_RECORDS = 200_000

/** @throws Reject too_large */
export function checkCount(records: number): void {
  if (records > MAX_RECORDS)
    throw new Reject('too_large', `More than ${MAX_RECORDS} records: send them in parts`)
}
