/** How a text opens: its first character, its leading letters and digits, the character behind them, and that behind the next word. */
export interface Opening {
  /** Code of the first character, `OTHER` beyond ASCII. */
  first: number
  /** How many letters and digits the text begins with, no more than `LONGEST_RUN`. */
  run: number
  /** Code of the character behind them, `OTHER` beyond ASCII, 0 at the end of the text. */
  next: number
  /** Code of the character behind the letters and digits that follow `next`, in the same way. */
  after: number
}

/** No log opens with the delete character: it stands for all beyond ASCII. */
export const OTHER = 0x7f
const LONGEST_RUN = 127

const WORD = new Uint8Array(128)
for (let code = 0; code < OTHER; code++) WORD[code] = /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? 1 : 0

/** Behind the last character there is no number. */
const folded = (code: number): number => (code < OTHER ? code : code >= OTHER ? OTHER : 0)

/** The opening as one number, by which lines are looked up. */
export function openingKey(text: string): number {
  let run = 0
  let code = text.charCodeAt(0)
  const first = folded(code)
  while (run < LONGEST_RUN && WORD[code] === 1) code = text.charCodeAt(++run)
  const limit = run + LONGEST_RUN
  let at = run + 1
  while (at < limit && WORD[text.charCodeAt(at)] === 1) at++
  return (first << 21) | (run << 14) | (folded(code) << 7) | folded(text.charCodeAt(at))
}

export const openingOf = (key: number): Opening => ({
  first: key >> 21,
  run: (key >> 14) & 0x7f,
  next: (key >> 7) & 0x7f,
  after: key & 0x7f,
})
