import { crc32 } from '#core/parse/evtx/crc32'

const FILE_HEADER = 4_096
const CHUNK = 65_536
/** Where the first record of a chunk begins. */
const FIRST = 512

export type Body = (chunk: ChunkWriter) => unknown
/** A string is UTF-16, a body writes itself. */
export type StoredValue = [type: number, value: string | Buffer | Body]

/** Writes what the reader of event logs should read: just enough of the format. */
export class ChunkWriter {
  readonly buffer = Buffer.alloc(CHUNK)
  at = FIRST
  #records = 0
  /** Elements carry a dependency id, but not in a value outside templates. */
  #dependent = true

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

  bytes(bytes: Buffer): this {
    this.at += bytes.copy(this.buffer, this.at)
    return this
  }

  /** UTF-16 behind its length. */
  text(text: string): this {
    return this.u16(text.length).bytes(Buffer.from(text, 'utf16le'))
  }

  /** A name, right where it is used first. */
  name(name: string): this {
    return this.u32(this.at + 4)
      .u32(0)
      .u16(0)
      .text(name)
      .u16(0)
  }

  element(name: string, content: Body = () => {}, attributes: Record<string, Body> = {}): this {
    const entries = Object.entries(attributes)
    this.u8(entries.length > 0 ? 0x41 : 0x01)
    if (this.#dependent) this.u16(0xffff)
    this.u32(0).name(name)
    if (entries.length > 0) this.u32(0)
    for (const [attribute, value] of entries) value(this.u8(0x06).name(attribute))
    content(this.u8(0x02))
    return this.u8(0x04)
  }

  values(values: StoredValue[]): this {
    const table = this.u32(values.length).at
    this.at += 4 * values.length
    for (const [index, [type, value]] of values.entries()) {
      const from = this.at
      if (typeof value === 'function') value(this)
      else this.bytes(typeof value === 'string' ? Buffer.from(value, 'utf16le') : value)
      this.buffer.writeUInt16LE(this.at - from, table + 4 * index)
      this.buffer.writeUInt8(type, table + 4 * index + 2)
    }
    return this
  }

  /** An instance of the template that is defined at an offset, or of a new one, defined on the spot. */
  instance(definition: number | Body, values: StoredValue[] = []): this {
    this.u8(0x0c, 1)
      .u32(7)
      .u32(typeof definition === 'number' ? definition : this.at + 4)
    if (typeof definition === 'function') {
      const from = this.at
      const wasDependent = this.#dependent
      this.#dependent = true
      definition(this.bytes(Buffer.alloc(24)).u8(0x0f, 1, 1, 0))
      this.u8(0)
      this.#dependent = wasDependent
      this.buffer.writeUInt32LE(this.at - from - 24, from + 20)
    }
    return this.values(values)
  }

  record(body: Body, id = ++this.#records): this {
    const from = this.at
    this.u32(0x2a2a).u32(0).bytes(Buffer.alloc(16)).u8(0x0f, 1, 1, 0)
    body(this)
    this.u8(0).u32(this.at - from + 4)
    this.buffer.writeUInt32LE(this.at - from, from + 4)
    this.buffer.writeBigUInt64LE(BigInt(id), from + 8)
    this.buffer.writeBigUInt64LE(133_800_000_000_000_005n, from + 16)
    return this
  }

  /** Runs a body as a value does that is binary XML. */
  nested(body: Body): this {
    this.#dependent = false
    body(this.u8(0x0f, 1, 1, 0))
    this.#dependent = true
    return this.u8(0)
  }

  /** Writes the header as Windows does in the end; records written later are those of a file that was not closed. */
  close(): this {
    this.buffer.write('ElfChnk\0', 0, 'latin1')
    this.buffer.writeUInt32LE(this.at, 48)
    this.buffer.writeUInt32LE(crc32(this.buffer.subarray(FIRST, this.at)), 52)
    this.buffer.writeUInt32LE(crc32(this.buffer.subarray(0, 120), this.buffer.subarray(128, FIRST)), 124)
    return this
  }
}

/** Constant text. */
export const text =
  (value: string): Body =>
  (chunk) =>
    chunk.u8(0x05, 1).text(value)
/** The value at an index. */
export const put =
  (index: number): Body =>
  (chunk) =>
    chunk.u8(0x0e).u16(index).u8(1)
/** Chunks behind the header of a file. */
export function evtxFile(...chunks: Buffer[]): Buffer {
  const header = Buffer.alloc(FILE_HEADER)
  header.write('ElfFile\0', 0, 'latin1')
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124)
  return Buffer.concat([header, ...chunks])
}
