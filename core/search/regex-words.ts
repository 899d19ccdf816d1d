/** Stretches that stand between what must come: literal ASCII letters and digits, what separates words, anything else. */
type Piece = { word: string } | 'separator' | 'unknown'

/**
 * Words that each text holds in which the expression is found, in lower case: runs of letters and digits between
 * separators, all of them written out. Says rather too little: of alternatives and groups it knows nothing.
 */
export function regexWords(regex: string): string[] {
  const pieces = piecesOf(regex)
  const words = pieces?.flatMap((piece, index) => {
    if (typeof piece === 'string') return []
    return pieces[index - 1] === 'separator' && pieces[index + 1] === 'separator' ? [piece.word] : []
  })
  return [...new Set(words)]
}

/** @returns undefined where it is not clear what must come */
function piecesOf(regex: string): Piece[] | undefined {
  const pieces: Piece[] = []
  const add = (piece: 'separator' | 'unknown') => {
    if (pieces.at(-1) !== piece || piece === 'unknown') pieces.push(piece)
  }
  for (let at = 0; at < regex.length; ) {
    const end = endOfElement(regex, at)
    if (end === undefined) return undefined
    const element = regex.slice(at, end)
    const quantifier = /^(?:[*+?]|\{\d*,?\d*\})\??/.exec(regex.slice(end, end + 20))?.[0] ?? ''
    const literal = literalOf(element)
    // Once or more of a letter is no whole word any more; of a separator it still separates.
    if (quantifier !== '' && !(quantifier.startsWith('+') && isSeparator(element, literal))) add('unknown')
    else if (isSeparator(element, literal)) add('separator')
    else if (literal === undefined || !/^[0-9A-Za-z]$/.test(literal)) add('unknown')
    else {
      const last = pieces.at(-1)
      if (typeof last === 'object') last.word += literal.toLowerCase()
      else pieces.push({ word: literal.toLowerCase() })
    }
    at = end + quantifier.length
  }
  return pieces
}

/** Where the element at a place ends: a character, an escape, a class, a group. */
function endOfElement(regex: string, at: number): number | undefined {
  const character = regex.charAt(at)
  if (character === '|' || character === ')') return undefined
  if (character === '\\')
    return at + 1 < regex.length && !/[pPxQ0-9]/.test(regex.charAt(at + 1)) ? at + 2 : undefined
  if (character !== '[' && character !== '(') return at + 1
  // Flags change what all that follows means.
  if (regex.startsWith('(?', at) && !regex.startsWith('(?:', at)) return undefined
  return endOfBrackets(regex, at)
}

function endOfBrackets(regex: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < regex.length; at++) {
    const character = regex.charAt(at)
    if (character === '\\') at++
    else if (character === '[') {
      const end = endOfClass(regex, at)
      if (end === undefined) return undefined
      at = end - 1
    } else if (character === '(') depth++
    else if (character === ')') depth--
    if (depth === 0) return at + 1
  }
  return undefined
}

/** A bracket that comes first in a class is one of its characters. Classes inside of classes are left alone. */
const CLASS = /\[\^?\]?(?:[^\]\\[]|\[(?!:)|\\[^pPQ])*\]/y

function endOfClass(regex: string, start: number): number | undefined {
  CLASS.lastIndex = start
  return CLASS.test(regex) ? CLASS.lastIndex : undefined
}

/** The character that an element stands for, if it is one. */
function literalOf(element: string): string | undefined {
  if (element.startsWith('\\')) return /^\\[^0-9A-Za-z]$/.test(element) ? element.slice(1) : undefined
  return element.length === 1 && !/[.^$*+?{}[\]()|]/.test(element) ? element : undefined
}

/** `\b` is none: letters beyond ASCII touch it, and the index takes them for part of the word. */
function isSeparator(element: string, literal: string | undefined): boolean {
  return (
    element === '\\s' ||
    (literal !== undefined && /^[\0-\x7f]$/.test(literal) && !/[0-9A-Za-z]/.test(literal))
  )
}
