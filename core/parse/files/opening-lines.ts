const MOST_LINES = 20
const MOST_CHARACTERS = 10_000

export interface OpeningLines {
  /** Notes a line of the file; they come in order. */
  take(line: string): void
  lines(): readonly string[]
}

/**
 * Lines of a file that may say how to read those that follow: the first one (names of columns), or the newest run of
 * lines that begin with `#` (Zeek, IIS). Where a file is cut into several payloads, each needs them.
 */
export function createOpeningLines(): OpeningLines {
  let lines: string[] = []
  let isFirst = true
  let inRun = false
  return {
    take(line) {
      const isMark = line.startsWith('#')
      if (isMark && !inRun) lines = []
      if ((isMark || isFirst) && lines.length < MOST_LINES && line.length <= MOST_CHARACTERS)
        lines = [...lines, line]
      inRun = isMark
      isFirst = false
    },
    lines: () => lines,
  }
}
