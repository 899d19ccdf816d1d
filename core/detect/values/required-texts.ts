import { fold } from './fold.ts'

/**
 * Folded texts of which a text holds one, folded, whenever the regular expression (RE2 syntax, valid) matches it.
 * Undefined when it can match without any that can be told.
 */
export function requiredTexts(source: string, flags: string): readonly string[] | undefined {
  if (source.includes('\\Q')) return undefined
  const anyCase = flags.includes('i') || /\(\?[a-z]*i/.test(source)
  const reader: Reader = { source, at: 0, depth: 0, isPlain: anyCase ? isPlainAnyCase : () => true }
  return readAlternatives(reader)
}

interface Reader {
  readonly source: string
  at: number
  depth: number
  /** Whether a literal character matches nothing that folds otherwise. */
  readonly isPlain: (character: string) => boolean
}

/** Without case RE2 takes the long s for s and the Kelvin sign for k, and knows more pairs outside of ASCII. */
const isPlainAnyCase = (character: string) => character < '\u0080' && !/[sk]/i.test(character)

const MAX_DEPTH = 50

function readAlternatives(reader: Reader): readonly string[] | undefined {
  if (++reader.depth > MAX_DEPTH) reader.at = reader.source.length
  const found: string[] = []
  let complete = reader.depth <= MAX_DEPTH
  for (;;) {
    const best = readSequence(reader)
    if (best) found.push(...best)
    else complete = false
    if (reader.source[reader.at] !== '|') break
    reader.at++
  }
  reader.depth--
  return complete ? found : undefined
}

/** One alternative: the best of its literal runs and groups. */
function readSequence(reader: Reader): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let run = ''
  const offer = (texts: readonly string[] | undefined) => {
    if (texts && (!best || worth(texts) > worth(best))) best = texts
  }
  const endRun = () => {
    if (run !== '') offer([fold(run)])
    run = ''
  }
  while (reader.at < reader.source.length) {
    const character = reader.source[reader.at]
    if (character === '|' || character === ')') break
    if (character === '(') {
      endRun()
      const texts = readGroup(reader)
      if (readLeast(reader).least > 0) offer(texts)
      continue
    }
    const literal = readLiteral(reader)
    const { least, once } = readLeast(reader)
    if (literal === undefined || least === 0 || !reader.isPlain(literal)) endRun()
    else run += literal
    if (!once) endRun()
  }
  endRun()
  return best
}

/** Long texts are rare; many alternatives less so. */
function worth(texts: readonly string[]): number {
  return Math.min(...texts.map((text) => text.length)) - texts.length / 100
}

function readGroup(reader: Reader): readonly string[] | undefined {
  const head = /^\((?:\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]*(?=\))))?/.exec(
    reader.source.slice(reader.at, reader.at + 80),
  )
  reader.at += head?.[0].length ?? 1
  const texts = readAlternatives(reader)
  reader.at++
  return texts
}

/** The next atom that is no group: its character, or undefined where it stands for several or none. */
function readLiteral(reader: Reader): string | undefined {
  const { source, at } = reader
  const character = source[at] ?? ''
  if (character === '[') {
    reader.at = classEnd(source, at)
    return undefined
  }
  if (character === '\\') {
    const next = source[at + 1] ?? ''
    const long = /^\\(?:x\{[^}]*\}|x..|[pP]\{[^}]*\}|[pP].|[0-7]{1,3}|.)/s.exec(source.slice(at, at + 40))
    reader.at += long?.[0].length ?? 2
    return /[a-zA-Z0-9]/.test(next) ? undefined : next
  }
  reader.at += character.length
  return '.^$'.includes(character) ? undefined : character
}

function classEnd(source: string, start: number): number {
  let at = start + 1
  if (source[at] === '^') at++
  if (source[at] === ']') at++
  while (at < source.length && source[at] !== ']') {
    if (source[at] === '\\') at += 2
    else if (source.startsWith('[:', at)) at = Math.max(at + 2, source.indexOf(':]', at) + 2)
    else at++
  }
  return at + 1
}

/** How often at least the atom before must come, and whether it comes exactly once. */
function readLeast(reader: Reader): { least: number; once: boolean } {
  const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})[?+]?/.exec(reader.source.slice(reader.at, reader.at + 20))
  if (!quantifier) return { least: 1, once: true }
  reader.at += quantifier[0].length
  const [whole, counted] = quantifier
  if (counted !== undefined) return { least: Number(counted), once: false }
  return { least: whole.startsWith('+') ? 1 : 0, once: false }
}
