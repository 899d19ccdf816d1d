import { decodeXmlText } from './decode-xml-text.ts'

export interface XmlElement {
  /** Without namespace prefix. */
  name: string
  attributes: readonly (readonly [name: string, value: string])[]
  children: XmlElement[]
  /** What stands between the tags, without that of children. */
  text: string
}

interface XmlDocument {
  root: XmlElement
  /** The text ended before its root did. */
  cut: boolean
}

const MAX_DEPTH = 24
const MAX_ELEMENTS = 4_000
const MAX_ATTRIBUTES = 32

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** `Name="x" Guid='y'`, from `at` to the end of a tag. */
function readAttributes(tag: string, start: number): [string, string][] {
  const attributes: [string, string][] = []
  let at = start
  while (attributes.length < MAX_ATTRIBUTES) {
    const equals = tag.indexOf('=', at)
    if (equals < 0) break
    const name = tag.slice(at, equals).trim()
    let open = equals + 1
    while (tag.charCodeAt(open) <= 0x20) open++
    const quote = tag.charAt(open)
    if (quote !== '"' && quote !== "'") break
    const close = tag.indexOf(quote, open + 1)
    if (close < 0) break
    if (name !== '') attributes.push([localName(name), decodeXmlText(tag.slice(open + 1, close))])
    at = close + 1
  }
  return attributes
}

const GREATER = 0x3e
const DOUBLE = 0x22
const SINGLE = 0x27

/** A `>` in an attribute's value is legal, so the end of a tag is looked for outside quotes. */
function tagEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === GREATER) return at
    if (code === DOUBLE || code === SINGLE) {
      const close = text.indexOf(code === DOUBLE ? '"' : "'", at + 1)
      if (close < 0) return -1
      at = close
    }
    at++
  }
  return -1
}

function open(tag: string): XmlElement {
  let end = 0
  while (end < tag.length && tag.charCodeAt(end) > 0x20) end++
  return { name: localName(tag.slice(0, end)), attributes: readAttributes(tag, end), children: [], text: '' }
}

class Reader {
  readonly #text: string
  readonly #open: XmlElement[] = []
  #root: XmlElement | undefined
  #count = 0

  constructor(text: string) {
    this.#text = text
  }

  read(): XmlDocument | undefined {
    const text = this.#text
    let at = text.indexOf('<')
    while (at >= 0) {
      const after = this.#markup(at)
      if (after === undefined) return undefined
      if (after < 0 || (this.#root && this.#open.length === 0)) break
      at = text.indexOf('<', after)
      this.#addText(decodeXmlText(text.slice(after, at < 0 ? text.length : at)))
    }
    return this.#root && { root: this.#root, cut: this.#open.length > 0 }
  }

  /** @returns where it ends; -1 when the text ends first; undefined when this is not for us */
  #markup(at: number): number | undefined {
    const text = this.#text
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      this.#addText(text.slice(at + 9, end < 0 ? text.length : end))
      return end < 0 ? -1 : end + 3
    }
    if (text.startsWith('<!--', at)) return this.#skip('-->', at + 4)
    if (text.startsWith('<?', at)) return this.#skip('?>', at + 2)
    // No document types: nothing that Windows writes has one, and entities they declare are an attack.
    if (text.startsWith('<!', at)) return undefined
    const end = tagEnd(text, at + 1)
    if (end < 0) return -1
    if (text.charAt(at + 1) === '/') return this.#close(at, end)
    const empty = text.charAt(end - 1) === '/'
    return this.#start(open(text.slice(at + 1, empty ? end - 1 : end)), empty) ? end + 1 : undefined
  }

  #skip(until: string, from: number): number {
    const end = this.#text.indexOf(until, from)
    return end < 0 ? -1 : end + until.length
  }

  #start(element: XmlElement, empty: boolean): boolean {
    const parent = this.#open.at(-1)
    if (element.name === '' || this.#open.length >= MAX_DEPTH || ++this.#count > MAX_ELEMENTS) return false
    if (parent) parent.children.push(element)
    else this.#root = element
    if (!empty) this.#open.push(element)
    return true
  }

  #close(at: number, end: number): number | undefined {
    const name = localName(this.#text.slice(at + 2, end).trimEnd())
    return this.#open.pop()?.name === name ? end + 1 : undefined
  }

  #addText(text: string): void {
    const element = this.#open.at(-1)
    if (element) element.text += text
  }
}

/**
 * Reads the first element of a text with all that is in it: elements, attributes, text, CDATA.
 * One pass, bounded in depth and number; no document types, no entities but XML's own. Closing tags that do not fit,
 * or too much of anything, give undefined; a text that was cut off gives what it had.
 */
export function readXml(text: string): XmlDocument | undefined {
  return new Reader(text).read()
}
