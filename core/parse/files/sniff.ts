import { isEvtx } from '../evtx/read-file-header'

export interface Sniffed {
  kind: 'lines' | 'json' | 'evtx' | 'binary'
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
}

/** An array of objects, or an object (a heading of `evtx_dump` before it) that goes on in the next line. */
const JSON_OVER_LINES = /^\s*(?:\[\s*[{\]]|(?:Record \d+\s*\r?\n\s*)?\{[ \t]*\r?\n)/

/**
 * What a file is, told by its first bytes: names lie.
 * @param head some kilobytes of it, or all there is
 */
export function sniff(head: Buffer): Sniffed {
  if (isEvtx(head)) return { kind: 'evtx', encoding: 'utf-8' }
  const encoding = encodingOf(head)
  if (encoding === 'utf-8' && head.includes(0)) return { kind: 'binary', encoding }
  const text = new TextDecoder(encoding).decode(head)
  return { kind: JSON_OVER_LINES.test(text) ? 'json' : 'lines', encoding }
}

function encodingOf(head: Buffer): Sniffed['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
