import type { Edit } from './edit.ts'
import { isSameLetter } from './is-same-letter.ts'

/**
 * Where in a value the edited text stands: only when the value changed there, in the same way, and nowhere else.
 * @param before the value of the line as it came
 * @param after that of the edited line
 */
export function followEdit(before: string, after: string, raw: string, { at, text }: Edit): number[] {
  if (before.length !== after.length) return []
  const first = [...text].findIndex((letter, i) => letter !== raw.charAt(at + i))
  const places: number[] = []
  let end = 0
  for (let i = 0; i < before.length; i++) {
    if (i < end || before[i] === after[i]) continue
    const place = i - first
    if (place < 0 || !stoodThere(place)) return []
    places.push(place)
    end = place + text.length
  }
  return places

  function stoodThere(place: number): boolean {
    for (let i = 0; i < text.length; i++) {
      if (!isSameLetter(before.charAt(place + i), raw.charAt(at + i))) return false
      if (!isSameLetter(after.charAt(place + i), text.charAt(i))) return false
    }
    return true
  }
}
