import { RECORD_END, RECORD_HEADER } from './read-record.ts'

const SIGNATURE = 0x2a2a
const SIGNATURE_BYTES = Buffer.from([0x2a, 0x2a, 0, 0])

/** @returns the size of the whole record that begins here, 0 where none does: it is given at both ends */
export function recordSize(buffer: Buffer, at: number): number {
  if (at + RECORD_HEADER + RECORD_END > buffer.length || buffer.readUInt32LE(at) !== SIGNATURE) return 0
  const size = buffer.readUInt32LE(at + 4)
  if (size < RECORD_HEADER + RECORD_END || at + size > buffer.length) return 0
  return buffer.readUInt32LE(at + size - RECORD_END) === size ? size : 0
}

/** @returns where the next whole record begins, -1 where none does */
export function findRecord(buffer: Buffer, from: number): number {
  let at = buffer.indexOf(SIGNATURE_BYTES, from)
  while (at >= 0 && recordSize(buffer, at) === 0) at = buffer.indexOf(SIGNATURE_BYTES, at + 1)
  return at
}
