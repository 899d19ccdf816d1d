import { Allowance } from './allowance.ts'
import { decodeAnsi } from './decode-ansi.ts'
import { Malformed } from './malformed.ts'
import type { ElementNode } from './node.ts'

/** Offset of the next name in its bucket, hash, length. */
const NAME_HEADER = 8

/** One chunk's bytes, which all its offsets count from, and what its records share. */
export class ChunkBytes {
  /** For reads of what was checked. */
  readonly buffer: Buffer
  readonly allowance = new Allowance()
  /** Root elements of template definitions by offset. */
  readonly templates = new Map<number, ElementNode>()
  readonly #names = new Map<number, string>()

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** @returns `at`, when so many bytes are there */
  check(at: number, size: number): number {
    if (at + size > this.buffer.length) throw new Malformed('points past the end of its chunk')
    return at
  }

  u32(at: number): number {
    return this.buffer.readUInt32LE(this.check(at, 4))
  }

  utf16(at: number, size: number): string {
    this.check(at, size)
    this.allowance.spend(size)
    return this.buffer.toString('utf16le', at, at + size)
  }

  ansi(at: number, size: number): string {
    this.check(at, size)
    this.allowance.spend(size)
    return decodeAnsi(this.buffer, at, at + size)
  }

  hex(at: number, size: number): string {
    this.check(at, size)
    this.allowance.spend(2 * size)
    return this.buffer.toString('hex', at, at + size).toUpperCase()
  }

  /** @returns the name at an offset and the bytes that it takes up there */
  name(at: number): { name: string; size: number } {
    const size = 2 * this.buffer.readUInt16LE(this.check(at, NAME_HEADER) + 6)
    let name = this.#names.get(at)
    if (name === undefined) {
      name = this.utf16(at + NAME_HEADER, size)
      this.#names.set(at, name)
    }
    return { name, size: NAME_HEADER + size + 2 }
  }
}
