import { formatGuid } from './windows-ids.ts'
import { formatFiletime, formatSystemTime } from './windows-time.ts'

export type Scalar = string | number | boolean

/** A number that JSON keeps exactly, else its digits. */
function integer(value: bigint): Scalar {
  const near = Number(value)
  return Number.isSafeInteger(near) ? near : String(value)
}

/** NaN and the infinities are no JSON. */
const real = (value: number): Scalar => (Number.isFinite(value) ? value : String(value))

interface FixedType {
  /** Bytes of one value. */
  size: number
  read(buffer: Buffer, at: number): Scalar
}

/** Value types that have one size, by their number in [MS-EVEN6] 2.2.12. */
export const FIXED: ReadonlyMap<number, FixedType> = new Map<number, FixedType>([
  [0x03, { size: 1, read: (b, at) => b.readInt8(at) }],
  [0x04, { size: 1, read: (b, at) => b.readUInt8(at) }],
  [0x05, { size: 2, read: (b, at) => b.readInt16LE(at) }],
  [0x06, { size: 2, read: (b, at) => b.readUInt16LE(at) }],
  [0x07, { size: 4, read: (b, at) => b.readInt32LE(at) }],
  [0x08, { size: 4, read: (b, at) => b.readUInt32LE(at) }],
  [0x09, { size: 8, read: (b, at) => integer(b.readBigInt64LE(at)) }],
  [0x0a, { size: 8, read: (b, at) => integer(b.readBigUInt64LE(at)) }],
  [0x0b, { size: 4, read: (b, at) => real(b.readFloatLE(at)) }],
  [0x0c, { size: 8, read: (b, at) => real(b.readDoubleLE(at)) }],
  [0x0d, { size: 4, read: (b, at) => b.readUInt32LE(at) !== 0 }],
  [0x0f, { size: 16, read: formatGuid }],
  [0x11, { size: 8, read: (b, at) => formatFiletime(b.readBigUInt64LE(at)) }],
  [0x12, { size: 16, read: formatSystemTime }],
  [0x14, { size: 4, read: (b, at) => `0x${b.readUInt32LE(at).toString(16)}` }],
  [0x15, { size: 8, read: (b, at) => `0x${b.readBigUInt64LE(at).toString(16)}` }],
])
