import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parsers } from './generated/registry.ts'
import { createLine } from './line.ts'
import type { Clue, ParseContext, Parser } from './parser.ts'

/** Writes docs/parser-list.md from the parsers themselves: what each reads, how it is found, its fields and a line. */
const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }

/** Fields of all samples, without the vendor's own beyond the first few. */
const MAX_FIELDS = 60

function fieldsOf(parser: Parser): string[] {
  const program = parser.clues.find((clue) => 'program' in clue)?.program
  const names = parser.samples.flatMap((sample) => {
    const parsed =
      parser.parse(createLine(sample), context) ?? parser.parse(createLine(sample, program), context)
    return Object.keys(parsed?.fields ?? {})
  })
  return [...new Set(names)].sort()
}

function wordsOf(clue: Clue): string {
  if ('program' in clue) return `program ${code(clue.program)}`
  if ('prefix' in clue) return `prefix ${code(clue.prefix)}`
  if ('first' in clue) return wordsOfOpening(clue)
  return clue.json.length === 0 ? 'any JSON object' : `JSON with ${clue.json.map(code).join(', ')}`
}

function wordsOfOpening({ first, run, next, after }: Extract<Clue, { first: string }>): string {
  const letters = run === undefined ? '' : `, ${run} letters and digits`
  const behind = next === undefined ? '' : `, then one of ${code(next)}`
  const then = after === undefined ? '' : `, a word, then one of ${code(after)}`
  return `one of ${first.length} first characters${letters}${behind}${then}`
}

/** Backticks of the text itself would end it. */
const code = (text: string): string =>
  `\`${text.replaceAll('`', "'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}\``

function sectionOf(parser: Parser): string {
  const fields = fieldsOf(parser)
  const shown = fields.slice(0, MAX_FIELDS).map(code).join(' ')
  const more = fields.length > MAX_FIELDS ? ` and ${fields.length - MAX_FIELDS} more` : ''
  const clues = [...new Set(parser.clues.map(wordsOf))]
  const found =
    clues.length > 8 ? `${clues.slice(0, 8).join('; ')}; and ${clues.length - 8} more` : clues.join('; ')
  return [
    `## ${parser.name}`,
    `${parser.reads}. Version ${parser.version}.`,
    `Found by: ${found || 'its name only'}.`,
    `Fields of its samples: ${shown}${more}.`,
    `\`\`\`\n${(parser.samples[0] ?? '').replaceAll('```', "'''")}\n\`\`\``,
  ].join('\n\n')
}

const text = `<!-- Written by core/parse/generate-page.ts (npm run generate:parsers). -->
# The ${parsers.length} parsers

What each one reads, with a line of each. How they work and how to write one: [parsers.md](parsers.md).

${parsers.map(sectionOf).join('\n\n')}
`

writeFileSync(fileURLToPath(new URL('../../docs/parser-list.md', import.meta.url)), text)
