import type { FieldSource } from './origin-words.ts'

/** A part of the raw line, and the fields that were read from it, those of the fewest bytes first. */
export interface Piece {
  text: string
  /** In bytes. */
  start: number
  fields: readonly string[]
  /** One of the fields begins here. */
  begins: boolean
}

/** The line cut where any field begins or ends. */
export function piecesOfLine(raw: string, sources: readonly FieldSource[]): Piece[] {
  const bounds = new Set<number>([0])
  for (const { bytes } of sources) for (const { start, end } of bytes) bounds.add(start).add(end)
  const starts = [...bounds].sort((a, b) => a - b)
  const texts = cutAt(raw, starts)
  const sized = sources
    .map(({ field, bytes }) => ({
      field,
      bytes,
      size: bytes.reduce((sum, { start, end }) => sum + end - start, 0),
    }))
    .filter(({ size }) => size > 0)
    .sort((one, other) => one.size - other.size)
  return starts.flatMap((start, index) => {
    const text = texts[index] ?? ''
    if (text === '') return []
    const fields = sized
      .filter(({ bytes }) => bytes.some((one) => one.start <= start && start < one.end))
      .map(({ field }) => field)
    const begins = sized.some(({ bytes }) => bytes.some((one) => one.start === start))
    return [{ text, start, fields, begins }]
  })
}

/** The text from each of the byte positions to the next, in one walk. */
function cutAt(raw: string, starts: readonly number[]): string[] {
  const places: number[] = []
  let byte = 0
  let next = 0
  for (let unit = 0; unit <= raw.length && next < starts.length; ) {
    while (next < starts.length && byte >= (starts[next] ?? 0)) {
      places.push(unit)
      next++
    }
    const code = raw.codePointAt(unit) ?? 0
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
    unit += code < 0x1_0000 ? 1 : 2
  }
  return places.map((place, index) => raw.slice(place, places[index + 1] ?? raw.length))
}
