import { compress } from 'lz4-napi'
import type { Payload } from './payload.ts'

/** First bytes of an encoded payload: name and version of the layout. */
export const MAGIC = Buffer.from('NJP1')

/**
 * One lz4 block (with its length in front) behind the magic bytes. Inside: length of the header (u32 LE), header (JSON),
 * length of every record (u32 LE), then the bytes of all records. Record bytes are copied once, never decoded.
 */
export async function encodePayload(payload: Payload): Promise<Buffer> {
  const records = payload.segments.flatMap((segment) => segment.records)
  const header = Buffer.from(
    JSON.stringify({
      payloadId: payload.payloadId,
      segments: payload.segments.map(({ records, ...segment }) => ({ ...segment, count: records.length })),
    }),
  )
  const bytes = records.reduce((sum, record) => sum + record.length, 0)
  const plain = Buffer.allocUnsafe(4 + header.length + 4 * records.length + bytes)
  plain.writeUInt32LE(header.length, 0)
  header.copy(plain, 4)
  let lengthAt = 4 + header.length
  let recordAt = lengthAt + 4 * records.length
  for (const record of records) {
    lengthAt = plain.writeUInt32LE(record.length, lengthAt)
    recordAt += record.copy(plain, recordAt)
  }
  return Buffer.concat([MAGIC, await compress(plain)])
}
