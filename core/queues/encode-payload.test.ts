import { compressSync } from 'lz4-napi'
import { describe, expect, it } from 'vitest'
import { decodePayload } from './decode-payload.ts'
import { encodePayload, MAGIC } from './encode-payload.ts'
import type { Payload, Segment } from './payload.ts'
import { PoisonError } from './poison-error.ts'

/** Repeatable: a failure names its seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return (state >>> 0) / 2 ** 32
  }
}

function anyPayload(seed: number): Payload {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const bytes = () => Buffer.from(Array.from({ length: below(60) * below(4) }, () => below(256)))
  const segment = (): Segment => ({
    tenantId: crypto.randomUUID(),
    sourceId: crypto.randomUUID(),
    site: ['', 'hall 4', 'Köln \u0000 "', '\n\n'][below(4)] ?? '',
    format: 'auto',
    zoneMinutes: below(1_440) - 720,
    ...(next() < 0.5 && { retentionClass: 1 + below(1_095) }),
    backfill: next() < 0.5,
    received: 1_800_000_000_000 + below(1_000),
    records: Array.from({ length: below(50) }, bytes),
  })
  return { payloadId: crypto.randomUUID(), segments: Array.from({ length: below(5) }, segment) }
}

describe('encodePayload and decodePayload', () => {
  it('give back every payload', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const payload = anyPayload(seed)
      expect(await decodePayload(await encodePayload(payload)), `seed ${seed}`).toEqual(payload)
    }
  })

  it('refuse a payload cut or changed anywhere as poison, or read it as something of the same shape', async () => {
    const next = random(7)
    const encoded = await encodePayload(anyPayload(11))
    for (let round = 0; round < 400; round++) {
      const damaged = Buffer.from(encoded)
      const at = Math.floor(next() * damaged.length)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(next() * 8))
      const bytes = round % 2 === 0 ? damaged : encoded.subarray(0, at)
      const outcome = await decodePayload(bytes).catch((error: unknown) => error)
      if (round % 2 === 1 || outcome instanceof Error) expect(outcome).toBeInstanceOf(PoisonError)
    }
  })

  it('refuse lengths that point outside of the bytes', async () => {
    const pack = (plain: Buffer) => Buffer.concat([MAGIC, compressSync(plain)])
    const header = Buffer.alloc(4)
    header.writeUInt32LE(0xffff_fff0)
    await expect(decodePayload(pack(header))).rejects.toThrow('cut in its header')
    const huge = Buffer.concat([MAGIC, Buffer.from([255, 255, 255, 255, 0])])
    await expect(decodePayload(huge)).rejects.toThrow('claims 4294967295 bytes')
    await expect(decodePayload(Buffer.from('hello, world'))).rejects.toThrow(PoisonError)

    const payload = anyPayload(11)
    const segments = payload.segments.map(({ records, ...segment }) => ({ ...segment, count: 0xffff_ffff }))
    const json = Buffer.from(JSON.stringify({ payloadId: payload.payloadId, segments }))
    header.writeUInt32LE(json.length)
    await expect(decodePayload(pack(Buffer.concat([header, json])))).rejects.toThrow('cut in its lengths')
  })
})
