import type { YamlDocument, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'

/** Tabs, control characters and line breaks other than `\n` are left to the whole of YAML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const UNUSUAL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/
const SPACE = 32
const MAX_DEPTH = 16
const MAX_LINES = 50_000
/** What a plain scalar does not start with; `-`, `?` and `:` do before anything but a space. */
const INDICATORS = '[]{},#&*!|>\'"%@`'

/** Thrown where the text leaves the part of YAML that is read here. */
const BEYOND = new Error('beyond plain YAML')

/**
 * The YAML that rules are written in, five times as fast as the whole of YAML: block maps and lists, plain and
 * quoted scalars on one line, literal blocks. The nodes are those that the whole reader makes.
 * @returns undefined when the text has anything else, also anything wrong
 */
export function readPlainYaml(text: string): YamlDocument[] | undefined {
  if (UNUSUAL.test(text)) return undefined
  try {
    return readDocuments(text)
  } catch (error) {
    if (error !== BEYOND) throw error
    return undefined
  }
}

function readDocuments(text: string): YamlDocument[] {
  let at = 0
  /** Where the line ends, without its break. */
  let end = -1
  /** Of `at` in its line; -1 behind the last line of a document. */
  let column = -1
  let lines = 0

  /** To the first character of the next line that has more than a comment, or to the document's end. */
  function nextLine(): void {
    while (end < text.length) {
      const start = end + 1
      const found = text.indexOf('\n', start)
      end = found < 0 ? text.length : found
      if (++lines > MAX_LINES) throw BEYOND
      at = start
      while (text.charCodeAt(at) === SPACE) at++
      if (at >= end || text.charAt(at) === '#') continue
      column = at - start
      if (column > 0) return
      if (text.startsWith('%', at) || text.startsWith('...', at)) throw BEYOND
      if (!text.startsWith('---', at)) return
      if (end - at > 3) throw BEYOND
      column = -1
      return
    }
    at = text.length
    column = -1
  }

  const isDash = () => text.charAt(at) === '-' && isGap(at + 1)
  const isGap = (i: number) => i >= end || text.charAt(i) === ' '

  function readBlock(indent: number, depth: number): YamlMap | YamlList {
    if (depth > MAX_DEPTH) throw BEYOND
    return isDash() ? readList(indent, depth) : readMap(indent, depth)
  }

  function readMap(indent: number, depth: number): YamlMap {
    const offset = at
    const entries: YamlEntry[] = []
    const keys = new Set<string>()
    while (column === indent && !isDash()) {
      const keyAt = readKey()
      if (!keyAt || keys.has(keyAt.written)) throw BEYOND
      keys.add(keyAt.written)
      entries.push({ key: keyAt.written, keyAt, value: readValue(indent, depth) })
    }
    if (column > indent || (column === indent && entries.length === 0)) throw BEYOND
    return { kind: 'map', entries, offset }
  }

  function readList(indent: number, depth: number): YamlList {
    const offset = at
    const items: YamlNode[] = []
    while (column === indent && isDash()) {
      const dash = at++
      if (!skipSpaces()) throw BEYOND
      column = indent + at - dash
      if (isDash()) throw BEYOND
      const start = at
      const key = readKey()
      at = start
      items.push(key ? readBlock(column, depth + 1) : readScalar(indent))
    }
    if (column > indent) throw BEYOND
    return { kind: 'list', items, offset }
  }

  /** Whether the line has more than spaces and a comment. */
  function skipSpaces(): boolean {
    const from = at
    while (at < end && text.charAt(at) === ' ') at++
    return at < end && !(text.charAt(at) === '#' && at > from)
  }

  /** A key with its colon; undefined when what stands here is none. */
  function readKey(): YamlScalar | undefined {
    const quote = text.charAt(at)
    const quoted = quote === "'" || quote === '"' ? readQuoted(quote) : undefined
    if (quoted) {
      at = quoted.end
      if (text.charAt(at) !== ':' || !isGap(at + 1)) return undefined
      at++
      return quoted
    }
    const rest = text.slice(at, end)
    const found = rest.indexOf(': ')
    const colon = found < 0 && rest.endsWith(':') ? rest.length - 1 : found
    const comment = rest.indexOf(' #')
    if (colon < 0 || (comment >= 0 && comment < colon)) return undefined
    if (colon === 0 || rest.charAt(colon - 1) === ' ') throw BEYOND
    const key = plainScalar(at, at + colon)
    at += colon + 1
    return key
  }

  function readValue(indent: number, depth: number): YamlNode {
    const colon = at
    const bare = at === end
    if (skipSpaces()) return readScalar(indent)
    nextLine()
    if (column > indent || (column === indent && isDash())) return readBlock(column, depth + 1)
    if (!bare) throw BEYOND
    return { kind: 'scalar', value: null, written: '', offset: colon, end: colon, plain: true }
  }

  /** A scalar that begins here, up to the next line; `indent` is that of the map or list around it. */
  function readScalar(indent: number): YamlScalar {
    const first = text.charAt(at)
    if (first === '|') return readLiteral(indent)
    const scalar = first === "'" || first === '"' ? readQuoted(first) : readPlain()
    at = scalar.end
    if (skipSpaces()) throw BEYOND
    nextLine()
    if (column > indent) throw BEYOND
    return scalar
  }

  function readQuoted(quote: string): YamlScalar {
    let close = text.indexOf(quote, at + 1)
    while (quote === "'" && text.charAt(close + 1) === quote) close = text.indexOf(quote, close + 2)
    if (close < 0 || close >= end) throw BEYOND
    const source = text.slice(at + 1, close)
    if (quote === '"' && source.includes('\\')) throw BEYOND
    const value = quote === "'" ? source.replaceAll("''", "'") : source
    return { kind: 'scalar', value, written: value, offset: at, end: close + 1, plain: false }
  }

  function readPlain(): YamlScalar {
    const rest = text.slice(at, end)
    const comment = rest.indexOf(' #')
    const written = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd()
    if (written.endsWith(':') || written.includes(': ')) throw BEYOND
    return plainScalar(at, at + written.length)
  }

  function plainScalar(offset: number, stop: number): YamlScalar {
    const first = text.charAt(offset)
    if (INDICATORS.includes(first) || ('-?:'.includes(first) && isGap(offset + 1))) throw BEYOND
    const written = text.slice(offset, stop)
    return { kind: 'scalar', value: plainValue(written), written, offset, end: stop, plain: true }
  }

  /** `|` or `|-` and the lines below it that are indented further. */
  function readLiteral(indent: number): YamlScalar {
    const offset = at
    const strip = text.charAt(at + 1) === '-'
    if (offset + (strip ? 2 : 1) !== end) throw BEYOND
    const found: string[] = []
    let inner = -1
    let last = end
    while (end < text.length) {
      const start = end + 1
      const stop = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)
      let character = start
      while (text.charCodeAt(character) === SPACE) character++
      const blank = character >= stop
      if (inner < 0 && !blank) inner = character - start
      if (!blank && character - start < inner) break
      if (inner <= indent && !blank) break
      if (blank && (inner < 0 || character - start > inner)) throw BEYOND
      if (++lines > MAX_LINES) throw BEYOND
      found.push(text.slice(start + inner, stop))
      end = stop
      if (!blank) last = end + 1
    }
    if (inner <= indent || last > text.length) throw BEYOND
    while (found.at(-1) === '') found.pop()
    const value = found.join('\n') + (strip ? '' : '\n')
    nextLine()
    if (column > indent) throw BEYOND
    return { kind: 'scalar', value, written: value, offset, end: last, plain: false }
  }

  const documents: YamlDocument[] = []
  let index = -1
  let begin = 0
  nextLine()
  while (at < text.length || index < 0) {
    const marked = column < 0 && at < text.length
    if (!marked && index < 0) {
      index = 0
      begin = at
    }
    if (marked) {
      begin = at
      index++
      nextLine()
    }
    if (column >= 0) {
      const root = readBlock(column, 0)
      if (column >= 0) throw BEYOND
      documents.push({ index, root, text: text.slice(begin, at).trim() })
    } else if (at >= text.length) break
  }
  return documents
}

function plainValue(written: string): YamlScalar['value'] {
  switch (written) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null
    case 'true':
    case 'True':
    case 'TRUE':
      return true
    case 'false':
    case 'False':
    case 'FALSE':
      return false
  }
  if (!/^[-+.\d]/.test(written)) return written
  if (/^[-+]?\d+$/.test(written)) return Number.parseInt(written, 10)
  // Rare enough to be left to the whole of YAML.
  if (
    /^(0[ox][\da-fA-F]+|[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(
      written,
    )
  )
    throw BEYOND
  return written
}
