import type { ReactNode } from 'react'

/** Where a query is wrong: offsets into its text, half-open. */
export interface QueryMistake {
  message: string
  from: number
  to: number
  hint?: string | undefined
}

/** The text with its mistakes wrapped, to lie under the input: only the underlines are seen. */
export function underline(text: string, mistakes: readonly QueryMistake[]): ReactNode[] {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { from, to } of [...mistakes].sort((one, other) => one.from - other.from)) {
    if (from < at) continue
    pieces.push(text.slice(at, from))
    // A mistake at the end has no letters of its own.
    pieces.push(<mark key={from}>{text.slice(from, Math.max(to, from + 1)) || '\u00a0'}</mark>)
    at = Math.max(to, from + 1)
  }
  pieces.push(text.slice(at))
  return pieces
}
