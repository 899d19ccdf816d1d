import { BLOCK_BYTES } from './send-lines.ts'

const LF = 0x0a

/** Cuts a byte stream into blocks of whole lines; bytes are not decoded. A line longer than a block is one block. */
export async function* readBlocks(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const end = size + chunk.length < BLOCK_BYTES ? -1 : chunk.lastIndexOf(LF)
    if (end === -1) {
      parts.push(chunk)
      size += chunk.length
      continue
    }
    parts.push(chunk.subarray(0, end + 1))
    yield Buffer.concat(parts)
    parts = [chunk.subarray(end + 1)]
    size = chunk.length - end - 1
  }
  if (size > 0) yield Buffer.concat(parts)
}
