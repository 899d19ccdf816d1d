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

/** Behind the last character there is none, and to look there all the same would cost more than all else here. */
const codeAt = (text: string, at: number): number =>
  at < text.length ? Math.min(text.charCodeAt(at), OTHER) : 0

/** Where the letters and digits from `start` on end, `limit` at the latest. */
function wordEnd(text: string, start: number, limit: number): number {
  let at = start
  while (at < limit && WORD[codeAt(text, at)] === 1) at++
  return at
}

/** The opening as one number, by which lines are looked up. */
export function openingKey(text: string): number {
  const run = wordEnd(text, 0, LONGEST_RUN)
  const after = wordEnd(text, run + 1, run + LONGEST_RUN)
  return (codeAt(text, 0) << 21) | (run << 14) | (codeAt(text, run) << 7) | codeAt(text, after)
}

export const openingOf = (key: number): Opening => ({
  first: key >> 21,
  run: (key >> 14) & 0x7f,
  next: (key >> 7) & 0x7f,
  after: key & 0x7f,
})
