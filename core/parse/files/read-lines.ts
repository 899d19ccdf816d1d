import { StringDecoder } from 'node:string_decoder'

/** No log writes a longer line, and a stream without line breaks must not fill the memory. */
export const MAX_LINE = 8 * 1024 * 1024

/**
 * Lines of a stream, `\n` or `\r\n` ended; empty ones are left out. Unlike node:readline it does not break JSON at
 * U+2028, and hands out what a chunk held at once. A line of more than {@link MAX_LINE} characters is cut there.
 * @param onCut called for each line that was cut
 */
export async function* readLines(
  stream: AsyncIterable<Buffer | string>,
  onCut?: () => void,
): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  let length = 0
  const ending = (last: string): string => {
    const line = rest.join('') + last
    if (length + last.length <= MAX_LINE) return line
    onCut?.()
    return line.slice(0, MAX_LINE)
  }
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    const lines = text.split('\n')
    const last = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = ending(lines[0] ?? '')
      rest = []
      length = 0
      yield tidy(lines)
    }
    if (length <= MAX_LINE) rest.push(last)
    length += last.length
  }
  yield tidy([ending(decoder.end())])
}

function tidy(lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)).filter((line) => line !== '')
}
