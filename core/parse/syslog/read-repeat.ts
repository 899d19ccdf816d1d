/** A line that stands for several. */
export interface Repeat {
  /** How many times more. */
  count: number
  /** The line that was repeated, where it is given. */
  message: string | undefined
}

/** `5` before ` times`; undefined for other words. */
function countAt(text: string, at: number): number | undefined {
  const space = text.indexOf(' ', at)
  if (space < 0 || space - at > 9 || !text.startsWith('time', space + 1)) return undefined
  const word = text.slice(at, space)
  return /^\d+$/.test(word) ? Number(word) : undefined
}

/** `last message repeated 5 times`, `message repeated 5 times: [ text]`, `last message buffered 3 times`. */
export function readRepeat(text: string): Repeat | undefined {
  const first = text.charCodeAt(0) | 0x20
  if (first !== 0x6c && first !== 0x6d && first !== 0x2d) return undefined
  const lead = /^(?:(?:--- )?last message (?:repeated|buffered)|message repeated) /i.exec(
    text.slice(0, 32),
  )?.[0]
  const count = lead === undefined ? undefined : countAt(text, lead.length)
  if (count === undefined) return undefined
  const open = text.indexOf(': [')
  const inside = open > 0 && open < 48 && text.endsWith(']') ? text.slice(open + 3, -1).trim() : ''
  return { count, message: inside === '' ? undefined : inside }
}
