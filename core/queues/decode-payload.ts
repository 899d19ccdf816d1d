import { uncompress } from 'lz4-napi'
import { z } from 'zod'
import { sourceSettingsSchema } from '../parse/source-settings.ts'
import { MAGIC } from './encode-payload.ts'
import type { Payload, Segment } from './payload.ts'
import { PoisonError } from './poison-error.ts'

/** More than any door seals; keeps a damaged length from asking for gigabytes. */
const MAX_PLAIN_BYTES = 1024 * 1024 * 1024

const headerSchema = z.object({
  payloadId: z.uuid(),
  segments: z.array(
    z.object({
      tenantId: z.uuid(),
      sourceId: z.uuid(),
      site: z.string(),
      format: z.string(),
      zoneMinutes: z.number(),
      settings: sourceSettingsSchema.optional(),
      retentionClass: z.number().int().min(1).max(65_535).optional(),
      backfill: z.boolean(),
      opening: z.array(z.string()).optional(),
      received: z.number().int().nonnegative(),
      count: z.number().int().nonnegative(),
    }),
  ),
})

/**
 * Reads what `encodePayload` wrote; records are views into one buffer.
 * @throws PoisonError when the bytes are cut, damaged or something else
 */
export async function decodePayload(bytes: Buffer): Promise<Payload> {
  if (bytes.length < MAGIC.length + 4 || !bytes.subarray(0, MAGIC.length).equals(MAGIC))
    throw new PoisonError('Not a payload: the first bytes are wrong')
  const size = bytes.readUInt32LE(MAGIC.length)
  if (size > MAX_PLAIN_BYTES) throw new PoisonError(`Not a payload: it claims ${size} bytes`)
  const plain = await uncompress(bytes.subarray(MAGIC.length)).catch((cause: unknown) => {
    throw new PoisonError('The payload does not decompress', { cause })
  })
  return readPlain(plain)
}

function readPlain(plain: Buffer): Payload {
  if (plain.length < 4) throw new PoisonError('The payload is cut before its header')
  const headerEnd = 4 + plain.readUInt32LE(0)
  if (headerEnd > plain.length) throw new PoisonError('The payload is cut in its header')
  const header = readHeader(plain.toString('utf8', 4, headerEnd))
  const count = header.segments.reduce((sum, segment) => sum + segment.count, 0)
  let lengthAt = headerEnd
  let recordAt = headerEnd + 4 * count
  if (recordAt > plain.length) throw new PoisonError('The payload is cut in its lengths')
  const segments = header.segments.map(({ count, ...segment }): Segment => {
    const records = new Array<Buffer>(count)
    for (let i = 0; i < count; i++, lengthAt += 4) {
      const end = recordAt + plain.readUInt32LE(lengthAt)
      if (end > plain.length) throw new PoisonError('The payload is cut in its records')
      records[i] = plain.subarray(recordAt, end)
      recordAt = end
    }
    return { ...segment, records }
  })
  if (recordAt !== plain.length) throw new PoisonError('The payload has bytes behind its last record')
  return { payloadId: header.payloadId, segments }
}

function readHeader(text: string): z.infer<typeof headerSchema> {
  try {
    return headerSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new PoisonError('The header of the payload is damaged', { cause })
  }
}
