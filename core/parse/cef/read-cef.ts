const MAX_EXTENSIONS = 1_000
const MAX_KEY = 64
const BACKSLASH = 0x5c

/** One CEF record, unescaped, with the names of the line. */
export interface CefRecord {
  version: string
  vendor: string
  product: string
  deviceVersion: string
  classId: string
  name: string
  severity: string
  extensions: Map<string, string>
  /** There are more extensions than are read. */
  isCut: boolean
}

/** Six unescaped bars close the header; old devices leave the last field out and end there. */
function splitHeader(text: string, from: number): { parts: string[]; end: number } | undefined {
  const parts: string[] = []
  let start = from
  for (let at = from; at < text.length && parts.length < 7; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === 0x7c) {
      parts.push(plainHeader(text.slice(start, at)))
      start = at + 1
    }
  }
  if (parts.length === 6) return { parts: [...parts, plainHeader(text.slice(start))], end: text.length }
  return parts.length === 7 ? { parts, end: start } : undefined
}

const plainHeader = (part: string): string =>
  (part.includes('\\') ? part.replaceAll(/\\([\\|])/g, '$1') : part).trim()

function plainValue(value: string): string {
  if (!value.includes('\\')) return value
  return value.replaceAll(/\\([\\=|nrt])/g, (_, code: string) =>
    code === 'n' ? '\n' : code === 'r' ? '\r' : code === 't' ? '\t' : code,
  )
}

/** An even number of backslashes before `=` escapes only each other. */
function isEscaped(text: string, at: number): boolean {
  let count = 0
  while (count < at && text.charCodeAt(at - 1 - count) === BACKSLASH) count++
  return count % 2 === 1
}

/** Letters of all products' keys, `ad.field[0]` and `ad.Error_,Code` too. */
const KEY = /^[\w.,[\]-]+$/

/**
 * `key=value key2=more words`: a value goes on until the blank before the next key; `=` inside it is escaped, or at
 * least does not follow a blank and a word.
 */
function readExtensions(text: string, from: number): Pick<CefRecord, 'extensions' | 'isCut'> {
  const found = new Map<string, string>()
  let key = ''
  let valueStart = from
  let searched = from
  const close = (end: number): void => {
    const value = plainValue(text.slice(valueStart, end).trim())
    if (key !== '' && value !== '' && !found.has(key)) found.set(key, value)
  }
  for (;;) {
    const equals = text.indexOf('=', searched)
    if (equals < 0) break
    if (found.size >= MAX_EXTENSIONS) return { extensions: found, isCut: true }
    // Only what stands after the `=` before belongs to this key: looking further back would cost the line's square.
    const segment = text.slice(Math.max(searched, equals - MAX_KEY), equals)
    const blank = Math.max(segment.lastIndexOf(' '), segment.lastIndexOf('\t'), segment.lastIndexOf('\n'))
    const name = segment.slice(blank + 1)
    const first = key === '' && valueStart === from && blank < 0 && searched === from
    if ((blank >= 0 || first) && KEY.test(name) && !isEscaped(text, equals)) {
      close(equals - name.length)
      key = name
      valueStart = equals + 1
    }
    searched = equals + 1
  }
  close(text.length)
  return { extensions: found, isCut: false }
}

/** @param at where `CEF:` stands */
export function readCef(text: string, at: number): CefRecord | undefined {
  const header = splitHeader(text, at + 4)
  const version = header?.parts[0]
  if (!header || version === undefined || !/^\d+(?:\.\d+)?$/.test(version)) return undefined
  const [, vendor = '', product = '', deviceVersion = '', classId = '', name = '', severity = ''] =
    header.parts
  const read = readExtensions(text, header.end)
  return { version, vendor, product, deviceVersion, classId, name, severity, ...read }
}
