import { isAtEnd, type Reader, report, take } from './reader.ts'
import type { Pattern, PatternPart } from './search-node.ts'

const MAX_WILDCARDS = 16
const ENDS_WORD = /[\s()"]/
// Anything else behind a backslash keeps it: Windows paths can be typed as they are.
const CAN_BE_ESCAPED = /[\\*?"():/<>[\]{}\s]/

/** An unquoted word, `*` and `?` being wildcards. @returns undefined when there is none, or an error was reported */
export function readWord(reader: Reader): Pattern | undefined {
  const from = reader.at
  const parts: PatternPart[] = []
  let text = ''
  const flush = () => {
    if (text !== '') parts.push({ text })
    text = ''
  }
  while (!isAtEnd(reader)) {
    const character = reader.text.charAt(reader.at)
    if (ENDS_WORD.test(character) || endsBeforePipe(reader)) break
    reader.at++
    if (character === '\\' && CAN_BE_ESCAPED.test(reader.text.charAt(reader.at))) {
      text += reader.text.charAt(reader.at++)
    } else if (character === '*' || character === '?') {
      flush()
      if (!(character === '*' && parts.at(-1) === '*')) parts.push(character)
    } else text += character
  }
  flush()
  if (reader.at === from) return undefined
  if (parts.filter((part) => typeof part === 'string').length > MAX_WILDCARDS) {
    return report(reader, {
      message: 'Too many wildcards',
      from,
      to: reader.at,
      hint: `At most ${MAX_WILDCARDS} in one word`,
    })
  }
  return parts
}

const PIPE = /\|(?=\s|$|(?:stats|timechart|top|rare|sort|fields|where)(?:\s|$))/iy

/** A pipe ends a word only where a command may follow: lines of CEF and the like are full of them. */
export function endsBeforePipe(reader: Reader): boolean {
  PIPE.lastIndex = reader.at
  return reader.text.charAt(reader.at) === '|' && PIPE.test(reader.text)
}

/** A quoted text, taken as it is; the reader stands at the opening quote. */
export function readPhrase(reader: Reader): string | undefined {
  const from = reader.at
  take(reader, '"')
  let text = ''
  while (!isAtEnd(reader)) {
    const character = reader.text.charAt(reader.at++)
    if (character === '"') return text
    const next = reader.text.charAt(reader.at)
    if (character === '\\' && (next === '"' || next === '\\')) {
      text += next
      reader.at++
    } else text += character
  }
  return report(reader, {
    message: 'The quote opened here is not closed',
    from,
    to: reader.at,
    hint: 'Add " at the end',
  })
}

/** Plain text of a pattern without wildcards. */
export function plainText(pattern: Pattern): string | undefined {
  let text = ''
  for (const part of pattern) {
    if (typeof part === 'string') return undefined
    text += part.text
  }
  return text
}
