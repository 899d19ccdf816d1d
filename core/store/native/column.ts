import type { ByteWriter } from './create-byte-writer.ts'

/** One column of a block being built, of a fixed number of rows that all start out as the type's default. */
export interface Column {
  name: string
  /** As ClickHouse writes it. */
  type: string
  /** Prefix and data of the Native format. */
  write(out: ByteWriter): void
}

/** Bytes of a typed array as they lie in memory: little endian on every machine that Node runs on. */
export function bytesOf(values: {
  buffer: ArrayBufferLike
  byteOffset: number
  byteLength: number
}): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
