import type { Fields } from '../../event/event.ts'
import { levelOf } from './levels.ts'

const MAX_PARTS = 9
const MAX_WORD = 200
const SPACE = 0x20
const TAB = 0x09

/** A class, a module, a component: `org.example.Server$1`, `app::http`, `nova.compute-manager`. */
const LOGGER = /^[A-Za-z_][\w.$:/-]*$/
const DOTTED = /^[A-Za-z_]\w*(?:[.:]{1,2}[\w$-]+)+$/
const SEPARATOR = /^(?:-{1,3}|\||:|,)$/
/** `QuorumPeerConfig@117` */
const ORIGIN = /([\w$.-]{1,80})@(\d{1,6})$/
/** Columns: this many blanks end a component's name as a colon does. */
const GAP = 3

const isBlank = (code: number): boolean => code === SPACE || code === TAB

function skipBlanks(text: string, at: number): number {
  let cursor = at
  while (isBlank(text.charCodeAt(cursor))) cursor++
  return cursor
}

function wordEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_WORD)
  let end = at
  while (end < limit && text.charCodeAt(end) > SPACE) end++
  return end
}

/** Where the bracket at `at` closes, brackets inside counted; -1 when it does not soon. */
function bracketEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_WORD)
  let depth = 0
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5b) depth++
    else if (code === 0x5d && --depth === 0) return i
    else if (code < SPACE && code !== TAB) return -1
  }
  return -1
}

/** Reads the parts between time and message, one after another, into fields. */
class Header {
  readonly fields: Fields
  done = false

  constructor(fields: Fields) {
    this.fields = fields
  }

  has(field: string): boolean {
    return this.fields[field] !== undefined
  }

  setLogger(word: string): void {
    this.fields['log.logger'] = word
    this.done = true
  }

  /** @returns whether the part in brackets belongs to the header */
  bracketed(content: string, closed: boolean): boolean {
    const { fields } = this
    const level = this.has('log.level') ? undefined : levelOf(content)
    if (level !== undefined) fields['log.level'] = level
    else if (/^\d{1,10}$/.test(content) && !this.has('process.pid')) fields['process.pid'] = Number(content)
    else if (content === '' || content === '-') return !this.done
    else if (this.has('log.level') && !this.has('log.logger') && DOTTED.test(content)) {
      fields['log.logger'] = content
    } else if (!this.has('process.thread.name') || (!this.has('log.logger') && ORIGIN.test(content)))
      this.setThread(content)
    else return false
    if (closed) this.done = true
    return true
  }

  /** `main:QuorumPeerConfig@203` names thread, class and line. */
  setThread(content: string): void {
    const { fields } = this
    const [, where = '', line = ''] = content.includes('@') ? (ORIGIN.exec(content) ?? []) : []
    if (where !== '') {
      const before = content.slice(0, content.length - where.length - line.length - 2)
      fields['process.thread.name'] ??= before === '' ? content : before
      fields['log.logger'] ??= where
      fields['log.origin.file.line'] = Number(line)
    } else fields['process.thread.name'] = content
  }

  /** @returns whether the word belongs to the header */
  word(word: string, followedBySeparator: boolean, column: boolean): boolean {
    const { fields } = this
    const colon = word.endsWith(':')
    const bare = colon || word.endsWith(',') ? word.slice(0, -1) : word
    const level = this.has('log.level') ? undefined : levelOf(bare)
    if (level !== undefined) {
      fields['log.level'] = level
      this.done = colon
      return true
    }
    // `debug/GraphiteWriter:`, `INFO/MainProcess`
    const slash = bare.indexOf('/')
    const before = slash > 0 && !this.has('log.level') ? levelOf(bare.slice(0, slash)) : undefined
    if (before !== undefined) {
      fields['log.level'] = before
      this.setLogger(bare.slice(slash + 1))
      return true
    }
    if (/^\d{1,10}$/.test(bare)) return this.digits(bare, followedBySeparator)
    if (this.has('log.logger')) return false
    if (/^[\w$-]+\.\w+:\d+$/.test(bare)) return this.origin(bare)
    const ends = colon || followedBySeparator || (column && this.has('log.level'))
    if (!LOGGER.test(bare) || !ends) return false
    fields['log.logger'] = bare
    this.done = this.has('log.level') && (colon || followedBySeparator)
    return true
  }

  /** A process, then a thread; behind the level only where Spring Boot puts it, before `---`. */
  digits(word: string, followedBySeparator: boolean): boolean {
    if (this.has('log.level') && !followedBySeparator) return false
    const field = this.has('process.pid') ? 'process.thread.id' : 'process.pid'
    if (this.has(field)) return false
    this.fields[field] = Number(word)
    return true
  }

  origin(word: string): boolean {
    const colon = word.lastIndexOf(':')
    this.fields['log.origin.file.name'] = word.slice(0, colon)
    this.fields['log.origin.file.line'] = Number(word.slice(colon + 1))
    return true
  }
}

/**
 * `INFO [main] org.example.Server: text` and its many kin: level, thread, logger, process in any order.
 * @returns where the message begins; `fields` has `log.level` when this was a header at all
 */
export function readAppHeader(fields: Fields, text: string, at: number): number {
  const header = new Header(fields)
  let cursor = skipBlanks(text, at)
  for (let parts = 0; parts < MAX_PARTS && !header.done; parts++) {
    const code = text.charCodeAt(cursor)
    if (code === 0x5b) {
      const close = bracketEnd(text, cursor)
      const colon = text.charCodeAt(close + 1) === 0x3a
      if (close < 0 || !header.bracketed(text.slice(cursor + 1, close).trim(), colon)) break
      cursor = skipBlanks(text, close + (colon ? 2 : 1))
      continue
    }
    const end = wordEnd(text, cursor)
    const word = text.slice(cursor, end)
    if (word === '') break
    const next = skipBlanks(text, end)
    if (SEPARATOR.test(word)) {
      cursor = next
      continue
    }
    // `<0.229.0>` of Erlang, `(main|1)`
    if ((code === 0x3c || code === 0x28) && /^[<(][\w.|-]{1,40}[>)]$/.test(word) && header.has('log.level')) {
      fields['process.thread.name'] ??= word.slice(1, -1)
      cursor = next
      continue
    }
    const separated = SEPARATOR.test(text.slice(next, wordEnd(text, next)))
    // Columns, or a request's id in brackets behind a module's name.
    const column = next - end >= GAP || (text.charCodeAt(next) === 0x5b && DOTTED.test(word))
    if (!header.word(word, separated, column)) break
    cursor = next
  }
  const word = text.slice(cursor, wordEnd(text, cursor))
  return SEPARATOR.test(word) ? skipBlanks(text, cursor + word.length) : cursor
}
