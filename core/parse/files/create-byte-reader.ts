export interface ByteReader {
  /** So many bytes, or what is left of them. */
  take(count: number): Promise<Buffer>
  /** So many bytes as they come. */
  pass(count: number): AsyncGenerator<Buffer>
  /** @returns how many bytes there were to leave out */
  skip(count: number): Promise<number>
  /** Bytes handed out or left out so far. */
  at(): number
}

/** Cuts a stream into counted pieces without holding more than one of its chunks. */
export function createByteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let at = 0

  async function next(most: number): Promise<Buffer> {
    while (rest.length === 0) {
      const read = await chunks.next()
      if (read.done) return rest
      rest = read.value
    }
    const part = rest.subarray(0, most)
    rest = rest.subarray(part.length)
    at += part.length
    return part
  }

  async function* pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const part = await next(left)
      if (part.length === 0) return
      left -= part.length
      yield part
    }
  }

  return {
    pass,
    at: () => at,
    async take(count) {
      const parts: Buffer[] = []
      for await (const part of pass(count)) parts.push(part)
      return Buffer.concat(parts)
    },
    async skip(count) {
      let left = count
      for await (const part of pass(count)) left -= part.length
      return count - left
    },
  }
}
