/** The known name that someone who mistyped most likely meant; undefined when none is near. */
export function nearestName(written: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.min(3, Math.ceil(written.length / 2))
  for (const name of known) {
    const distance = name.startsWith(written) && written.length > 1 ? 1 : editsBetween(written, name)
    if (distance < least) {
      least = distance
      nearest = name
    }
  }
  return nearest
}

/** Letters to add, drop or exchange; two neighbours that changed places count once. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return 4
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
