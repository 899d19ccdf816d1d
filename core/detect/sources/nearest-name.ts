/** Longer names are not compared: nobody misspells one by two letters, and a rule file may hold any. */
const MAX_NAME = 60

/**
 * The name that one most likely meant.
 * @param most how many letters may be added, dropped or exchanged; upper and lower case never count
 * @returns undefined when none is that near
 */
export function nearestName(name: string, names: Iterable<string>, most: number): string | undefined {
  if (name.length > MAX_NAME) return undefined
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = most + 1
  for (const candidate of names) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const edits = countEdits(wanted, candidate.toLowerCase())
    if (edits < least) {
      least = edits
      best = candidate
    }
  }
  return best
}

/** Levenshtein's distance. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
