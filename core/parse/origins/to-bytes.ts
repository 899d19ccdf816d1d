import type { Stretch } from './join-segments.ts'

/** Stretches in UTF-16 code units as bytes of the line in UTF-8. */
export function toBytes(raw: string, stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ start, end }) => {
    const from = Buffer.byteLength(raw.slice(0, start))
    return { start: from, end: from + Buffer.byteLength(raw.slice(start, end)) }
  })
}
