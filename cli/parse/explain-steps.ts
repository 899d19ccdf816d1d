import type { ParseStep } from '#core/parse/create-reader'
import type { Clue } from '#core/parse/parser'

/** Who was asked about a line and why, one a line, indented by envelope; plain text. */
export function explainSteps(steps: readonly ParseStep[], parser: string): string {
  const told = steps.map(({ depth, parser, clue, took }) => {
    const verdict = took ? 'read it' : 'did not read it after all'
    return `${'  '.repeat(depth)}${parser} ${verdict}: ${reasonOf(clue)}\n`
  })
  const end = parser.startsWith('raw@') ? 'nobody read it: kept as message' : `read by ${parser}`
  return `${told.join('')}  ${end}\n`
}

function reasonOf(clue: ParseStep['clue']): string {
  if (clue === 'named') return 'named by --format'
  if (clue === undefined) return 'asked without a clue'
  if ('program' in clue) return `the envelope names the program ${clue.program}`
  if ('prefix' in clue) return `it begins with ${JSON.stringify(clue.prefix)}`
  if ('first' in clue) return openingOf(clue)
  return clue.json.length === 0 ? 'it is JSON' : `it is JSON with ${clue.json.join(', ')}`
}

function openingOf({ first, run, next, after }: Extract<Clue, { first: string }>): string {
  const word = run === undefined ? 'its first word' : `a first word of ${run} letters and digits`
  const behind = next === undefined ? '' : `, behind ${word} stands one of ${JSON.stringify(next)}`
  const then = after === undefined ? '' : `, behind the next word one of ${JSON.stringify(after)}`
  return `its first character is one of ${JSON.stringify(first)}${behind}${then}`
}
