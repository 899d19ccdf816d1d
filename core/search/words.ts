import type { Pattern } from './search-node.ts'

/**
 * Words, as the text index sees them: runs of ASCII letters and digits and of all characters beyond ASCII.
 * A pattern of words matches where no such character touches its ends, so `pass` does not find `password`.
 */
const BEYOND = '\\x{80}-\\x{10FFFF}'
const WORD = `0-9A-Za-z${BEYOND}`
const WORD_CHARACTER = /[0-9A-Za-z\u0080-\u{10ffff}]/u
const WORDS = /[0-9A-Za-z\u0080-\u{10ffff}]+/gu

export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

/** RE2 source that finds the pattern standing free; `*` and `?` stay within a word, so they do not cross spaces. */
export function wordsRegex(pattern: Pattern): string {
  const body = pattern
    .map((part) => (part === '*' ? '\\S*' : part === '?' ? '\\S' : escapeRegex(part.text)))
    .join('')
  return `${startsFree(pattern) ? `(?:^|[^${WORD}])` : ''}${body}${endsFree(pattern) ? `(?:[^${WORD}]|$)` : ''}`
}

/** Words that a text must hold, in lower case, if the pattern is to match: those that stand whole in it. */
export function wholeWords(pattern: Pattern): string[] {
  const found = new Set<string>()
  for (const [index, part] of pattern.entries()) {
    if (typeof part === 'string') continue
    for (const match of part.text.matchAll(WORDS)) {
      const [word] = match
      const cutBefore = match.index === 0 && index > 0
      const cutAfter = match.index + word.length === part.text.length && index < pattern.length - 1
      // The index lowers ASCII only: of other words it knows but one spelling.
      if (!cutBefore && !cutAfter && isAscii(word)) found.add(word.toLowerCase())
    }
  }
  return [...found]
}

/** Whether the pattern says no more than that the text holds its one word. */
export function isOneWord(pattern: Pattern): boolean {
  const [part, ...more] = pattern
  return (
    part !== undefined && typeof part !== 'string' && more.length === 0 && /^[0-9A-Za-z]+$/.test(part.text)
  )
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
}

function startsFree(pattern: Pattern): boolean {
  const first = pattern[0]
  return typeof first === 'object' && WORD_CHARACTER.test([...first.text][0] ?? '')
}

function endsFree(pattern: Pattern): boolean {
  const last = pattern.at(-1)
  return typeof last === 'object' && WORD_CHARACTER.test([...last.text].at(-1) ?? '')
}
