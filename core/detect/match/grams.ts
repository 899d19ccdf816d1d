/** Characters in a gram: four bytes are read at once. */
export const GRAM = 4

/** The bit that upper and lower case of a letter differ in, in all four characters; merging others costs nothing. */
export const CASE = 0x20202020

/** Spreads grams over 32 bits, the upper ones best. */
export const scatter = (gram: number) => Math.imul(gram, 0x9e3779b1)

/** The low bytes of four units of a folded text. */
export function gramAt(text: string, at: number): number {
  let gram = 0
  for (let i = 0; i < GRAM; i++) gram |= (text.charCodeAt(at + i) & 0xff) << (8 * i)
  return gram | CASE
}

/** Four bytes of a text, wherever they begin. */
export function gramIn(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24) |
    CASE
  )
}

/** How common grams are: what rules and field names hold often, logs hold often. */
export interface GramCounts {
  add(text: string): void
  of(gram: number): number
}

const BITS = 16

export function createGramCounts(): GramCounts {
  const counts = new Uint32Array(2 ** BITS)
  const placeOf = (gram: number) => scatter(gram) >>> (32 - BITS)
  return {
    add(text) {
      for (let at = 0; at + GRAM <= text.length; at++) {
        const place = placeOf(gramAt(text, at))
        counts[place] = (counts[place] ?? 0) + 1
      }
    },
    of: (gram) => counts[placeOf(gram)] ?? 0,
  }
}
