import type { ChunkBytes } from './chunk-bytes.ts'
import { Malformed } from './malformed.ts'

/** A place in a chunk that moves on with each read, and never past the end of what it is in. */
export class Cursor {
  readonly chunk: ChunkBytes
  readonly end: number
  at: number

  constructor(chunk: ChunkBytes, at: number, size: number) {
    this.chunk = chunk
    this.at = chunk.check(at, size)
    this.end = at + size
  }

  /** @returns where the skipped bytes begin */
  skip(size: number): number {
    const from = this.at
    if (from + size > this.end) throw new Malformed('runs past its end')
    this.at = from + size
    return from
  }

  u8(): number {
    return this.chunk.buffer.readUInt8(this.skip(1))
  }

  u16(): number {
    return this.chunk.buffer.readUInt16LE(this.skip(2))
  }

  u32(): number {
    return this.chunk.buffer.readUInt32LE(this.skip(4))
  }

  /** Text behind its length in UTF-16 units. */
  text(): string {
    const size = 2 * this.u16()
    return this.chunk.utf16(this.skip(size), size)
  }

  /** A name's offset; the name itself follows where it is used first. */
  name(): string {
    const offset = this.u32()
    const { name, size } = this.chunk.name(offset)
    if (offset === this.at) this.skip(size)
    return name
  }
}
