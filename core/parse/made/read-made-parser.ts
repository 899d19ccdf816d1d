import { type Document, isMap, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { Fields } from '../../event/event.ts'
import { createLine } from '../line.ts'
import type { ParseContext, Parser } from '../parser.ts'
import { compileMadeParser } from './compile-made-parser.ts'
import { madeParserSchema } from './made-parser.ts'

/** A mistake in a definition. */
export interface MadeParserError {
  /** 1-based. */
  line: number
  message: string
}

const MAX_TEXT = 500_000

/**
 * A parser that a person wrote in YAML or JSON. Its samples are read with it: one that it does not read is a mistake.
 * @returns the parser, or all mistakes that can be told together
 */
export function readMadeParser(
  text: string,
): { parser: Parser; errors: [] } | { parser: undefined; errors: MadeParserError[] } {
  if (text.length > MAX_TEXT) return wrong([{ line: 1, message: `is longer than ${MAX_TEXT} characters` }])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  if (document.errors.length > 0)
    return wrong(document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })))
  const alias = firstAlias(document)
  if (alias !== undefined)
    return wrong([{ line: lineAt(alias), message: 'an alias (*name) is not read: write its value out' }])
  const parsed = madeParserSchema.safeParse(document.toJS())
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document.contents, path))
  if (!parsed.success)
    return wrong(
      parsed.error.issues.map(({ path, message }) => ({
        line: lineOf(path),
        message: `${path.join('.') || 'the definition'}: ${message}`,
      })),
    )
  try {
    const parser = compileMadeParser(parsed.data)
    const unread = unreadSamples(parser)
    if (unread.length === 0) return { parser, errors: [] }
    return wrong(
      unread.map((i) => ({
        line: lineOf(['samples', i]),
        message: `samples.${i}: the parser does not read it`,
      })),
    )
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return wrong([{ line: lineOf((message.split(':', 1)[0] ?? '').split('.')), message }])
  }
}

/** Aliases of aliases grow beyond all bounds. */
function firstAlias(document: Document): number | undefined {
  let offset: number | undefined
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

function wrong(errors: MadeParserError[]): { parser: undefined; errors: MadeParserError[] } {
  return { parser: undefined, errors }
}

const CONTEXT: ParseContext = { received: 0, zoneMinutes: 0 }

function unreadSamples(parser: Parser): number[] {
  return parser.samples.flatMap((sample, i) => (fieldsOf(parser, sample) ? [] : [i]))
}

/** As if the source named the parser. */
function fieldsOf(parser: Parser, sample: string): Fields | undefined {
  const program = parser.clues.find((clue) => 'program' in clue)?.program
  return parser.parse(createLine(sample, program), CONTEXT)?.fields
}

/** Where the innermost part of a path that is there begins. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root
  let offset = 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key: own }) => String(own) === String(key))
      if (!pair) break
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
      node = pair.value
    } else if (isNode(node) && 'items' in node) {
      node = (node.items as unknown[])[Number(key)]
      offset = (isNode(node) ? node.range?.[0] : undefined) ?? offset
    } else break
  }
  return offset
}
