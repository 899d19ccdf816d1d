import type { Colour, Paint } from '../terminal/create-paint.ts'
import { escapeText } from '../terminal/escape-text.ts'
import { LINT_KINDS, type LintFinding, type LintLevel } from './lint-finding.ts'

const COLOURS: Readonly<Record<LintLevel, Colour>> = { error: 'red', warning: 'yellow', note: 'blue' }
const FRAME_WIDTH = 100

/**
 * What is wrong, the line it is in with a caret under the place, and how to mend it.
 * @param text the line of the file; undefined when it cannot be read
 */
export function printLint(
  { kind, file, line, column, message, mend }: LintFinding,
  text: string | undefined,
  paint: Paint,
): string {
  const { level } = LINT_KINDS[kind]
  const place = escapeText(`${file}:${line}:${column}`, 500)
  const lines = [`${place}: ${paint(COLOURS[level], level)}: ${escapeText(message, 500)}`]
  if (text !== undefined) lines.push(...frameOf(text, line, column, paint))
  lines.push(`${' '.repeat(6)} mend: ${escapeText(mend, 500)}`, '')
  return lines.map((one) => `${one}\n`).join('')
}

/** A long line is shown around the place. */
function frameOf(text: string, line: number, column: number, paint: Paint): string[] {
  const from = Math.max(0, column - 1 - Math.floor(FRAME_WIDTH * 0.6))
  const shown = escapeText(text.slice(from), FRAME_WIDTH)
  const before = escapeText(text.slice(from, column - 1), FRAME_WIDTH)
  return [
    `${paint('dim', `${String(line).padStart(6)} |`)} ${shown}`,
    `${paint('dim', '       |')} ${' '.repeat(before.length)}${paint('bold', '^')}`,
  ]
}
