import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

/**
 * Lines of a stream, `\n` or `\r\n` ended; empty ones are left out. Unlike node:readline it does not break JSON at
 * U+2028, and hands out what a chunk held at once.
 */
export async function* readLines(stream: Readable): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk)
    const lines = text.split('\n')
    rest.push(lines.shift() ?? '')
    if (lines.length === 0) continue
    lines.unshift(rest.join(''))
    rest = [lines.pop() ?? '']
    yield tidy(lines)
  }
  yield tidy([rest.join('') + decoder.end()])
}

function tidy(lines: readonly string[]): string[] {
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)).filter((line) => line !== '')
}
