const HEAD_BYTES = 4_096
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** The first bytes without a byte order mark of UTF-8, and a stream that still holds them. */
export async function peek(
  source: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const first: Buffer[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await source.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.length
  }
  const bytes = Buffer.concat(first)
  const head = bytes.subarray(0, 3).equals(UTF8_MARK) ? bytes.subarray(3) : bytes
  async function* again(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    yield* source
  }
  return { head, chunks: again() }
}
