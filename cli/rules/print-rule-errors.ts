import type { RuleError } from '#core/detect/rule/rule-error'
import { escapeText } from '../terminal/escape-text.ts'

/** A line for each of the first ones, `file:line:column: what; how to mend it`, and how many more there are. */
export function printRuleErrors(errors: readonly RuleError[], most: number): string {
  const lines = errors.slice(0, most).map(({ file, line, column, message, mend }) => {
    return escapeText(`${file}:${line}:${column}: ${message}; ${mend}`, 500)
  })
  if (errors.length > most) lines.push(`... and ${errors.length - most} more`)
  return lines.map((line) => `${line}\n`).join('')
}
