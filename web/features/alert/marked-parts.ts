interface Part {
  text: string
  isMarked: boolean
}

/** A line has been cut before it is this long; a value that is much of it is no mark. */
const LONGEST_VALUE = 512
const MOST_MARKS = 50

/** A text in pieces, those marked that are one of the values, in whatever case and as JSON writes them, too. */
export function markedParts(text: string, values: readonly string[]): Part[] {
  const folded = text.toLowerCase()
  // Where folding changes the length, places in one are not those in the other.
  const wanted = folded.length === text.length ? formsOf(values) : []
  const parts: Part[] = []
  let from = 0
  for (let marks = 0; marks < MOST_MARKS; marks++) {
    const next = nearest(folded, wanted, from)
    if (!next) break
    if (next.at > from) parts.push({ text: text.slice(from, next.at), isMarked: false })
    from = next.at + next.length
    parts.push({ text: text.slice(next.at, from), isMarked: true })
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMarked: false })
  return parts
}

function formsOf(values: readonly string[]): string[] {
  const short = values.filter((value) => value !== '' && value.length <= LONGEST_VALUE)
  const forms = short.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
  return [...new Set(forms.map((form) => form.toLowerCase()))]
}

/** The first of them that stands by itself: `1` is not in `10`. */
function nearest(folded: string, wanted: readonly string[], from: number) {
  let best: { at: number; length: number } | undefined
  for (const value of wanted) {
    const at = findWhole(folded, value, from)
    if (at >= 0 && (!best || at < best.at || (at === best.at && value.length > best.length)))
      best = { at, length: value.length }
  }
  return best
}

const WORD = /[\p{L}\p{N}_]/u

function findWhole(folded: string, value: string, from: number): number {
  for (let at = folded.indexOf(value, from); at >= 0; at = folded.indexOf(value, at + 1)) {
    const joinsBefore = WORD.test(value[0] ?? '') && WORD.test(folded[at - 1] ?? '')
    const joinsAfter = WORD.test(value.at(-1) ?? '') && WORD.test(folded[at + value.length] ?? '')
    if (!joinsBefore && !joinsAfter) return at
  }
  return -1
}
