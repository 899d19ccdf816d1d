import { checkCount } from './check-count.ts'

const LF = 0x0a
const CR = 0x0d

/** Lines as views, without their ends; empty ones are left out. @throws Reject too_large */
export function splitLines(bytes: Buffer): Buffer[] {
  const records: Buffer[] = []
  for (let start = startOf(bytes); start < bytes.length; ) {
    const found = bytes.indexOf(LF, start)
    const next = found === -1 ? bytes.length : found
    const end = next > start && bytes[next - 1] === CR ? next - 1 : next
    if (end > start) {
      checkCount(records.length + 1)
      records.push(bytes.subarray(start, end))
    }
    start = next + 1
  }
  return records
}

/** Behind a byte order mark, which editors put in front of files. */
export function startOf(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
