import { escapeText } from './escape-text.ts'

/** A message of several lines, safe to print: the paths in it may be a stranger's. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeText(line, 2_000))
    .join('\n')
}
