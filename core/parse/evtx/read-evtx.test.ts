import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'
import type { EvtxProblem, EvtxRecord } from './evtx-record.ts'
import { isEvtx, readEvtx } from './read-evtx.ts'

const FILE_HEADER = 4_096
const CHUNK = 65_536
const FIRST = 512

type Body = (chunk: ChunkWriter) => void
type StoredValue = [type: number, bytes: Buffer | string]

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

/** Writes what the reader should read: just enough of the format, one method a thing. */
class ChunkWriter {
  readonly buffer = Buffer.alloc(CHUNK)
  at = FIRST
  records = 0
  closed = FIRST

  u8(...values: number[]): this {
    for (const value of values) this.at = this.buffer.writeUInt8(value, this.at)
    return this
  }

  u16(value: number): this {
    this.at = this.buffer.writeUInt16LE(value, this.at)
    return this
  }

  u32(value: number): this {
    this.at = this.buffer.writeUInt32LE(value, this.at)
    return this
  }

  u64(value: bigint): this {
    this.at = this.buffer.writeBigUInt64LE(value, this.at)
    return this
  }

  bytes(bytes: Buffer): this {
    this.at += bytes.copy(this.buffer, this.at)
    return this
  }

  /** Text behind its length. */
  text(text: string): this {
    return this.u16(text.length).bytes(utf16(text))
  }

  /** A name right where it is used. */
  name(name: string): this {
    return this.u32(this.at + 4)
      .u32(0)
      .u16(0)
      .text(name)
      .u16(0)
  }

  /** Start tag without its end: attributes with one part each. */
  open(name: string, attributes: Record<string, Body> = {}): this {
    const names = Object.keys(attributes)
    this.u8(names.length > 0 ? 0x41 : 0x01)
      .u16(0xffff)
      .u32(0)
      .name(name)
    if (names.length > 0) this.u32(0)
    for (const attribute of names) {
      this.u8(0x06).name(attribute)
      attributes[attribute]?.(this)
    }
    return this
  }

  element(name: string, content: Body, attributes: Record<string, Body> = {}): this {
    this.open(name, attributes).u8(0x02)
    content(this)
    return this.u8(0x04)
  }

  values(values: StoredValue[]): this {
    const stored = values.map(([, bytes]) => (typeof bytes === 'string' ? utf16(bytes) : bytes))
    this.u32(values.length)
    for (const [index, [type]] of values.entries()) this.u16(stored[index]?.length ?? 0).u8(type, 0)
    for (const bytes of stored) this.bytes(bytes)
    return this
  }

  /** A template with its definition on the spot. @returns the definition's offset */
  define(body: Body, values: StoredValue[]): number {
    this.u8(0x0c, 1)
      .u32(7)
      .u32(this.at + 4)
    const definition = this.at
    this.u32(0).bytes(Buffer.alloc(16)).u32(0).u8(0x0f, 1, 1, 0)
    body(this)
    this.u8(0)
    this.buffer.writeUInt32LE(this.at - definition - 24, definition + 20)
    this.values(values)
    return definition
  }

  reuse(definition: number, values: StoredValue[]): this {
    return this.u8(0x0c, 1).u32(7).u32(definition).values(values)
  }

  record(body: Body, id = BigInt(this.records + 1)): this {
    const from = this.at
    this.records++
    this.u32(0x2a2a).u32(0).u64(id).u64(133_800_000_000_000_005n).u8(0x0f, 1, 1, 0)
    body(this)
    this.u8(0).u32(this.at - from + 4)
    this.buffer.writeUInt32LE(this.at - from, from + 4)
    return this
  }

  /** The header as Windows closes it; records written after it are those of a dirty file. */
  close(): this {
    this.closed = this.at
    this.buffer.write('ElfChnk\0', 0, 'latin1')
    this.buffer.writeUInt32LE(this.at, 48)
    this.buffer.writeUInt32LE(crc32(this.buffer.subarray(FIRST, this.at)), 52)
    this.buffer.writeUInt32LE(crc32(this.buffer.subarray(0, 120), this.buffer.subarray(128, FIRST)), 124)
    return this
  }
}

function file(...chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(FILE_HEADER)
  header.write('ElfFile\0', 0, 'latin1')
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124)
  return Buffer.concat([header, ...chunks])
}

function read(bytes: Uint8Array): { records: EvtxRecord[]; problems: EvtxProblem[] } {
  const chunks = [...readEvtx(bytes)]
  return {
    records: chunks.flatMap(({ records }) => records),
    problems: chunks.flatMap(({ problems }) => problems),
  }
}

const text =
  (value: string): Body =>
  (chunk) =>
    chunk.u8(0x05, 1).text(value)
const put =
  (index: number): Body =>
  (chunk) =>
    chunk.u8(0x0d).u16(index).u8(1)

/** One record that is an Event with this inside. */
function event(content: Body): unknown {
  const { records, problems } = read(
    file(new ChunkWriter().record((chunk) => chunk.element('Event', content)).close().buffer),
  )
  expect(problems).toEqual([])
  return records[0]?.event.Event
}

/** The values as the elements of an event's data, named by their place. */
function valuesOf(...values: StoredValue[]): unknown {
  const body: Body = (chunk) =>
    chunk.element('D', () => values.forEach((_, index) => chunk.element(`v${index}`, put(index))))
  const { records, problems } = read(
    file(new ChunkWriter().record((chunk) => chunk.define(body, values)).close().buffer),
  )
  expect(problems).toEqual([])
  return Object.values(records[0]?.event.D as object)
}
