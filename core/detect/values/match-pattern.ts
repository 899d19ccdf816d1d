import { ANY, ONE, type TextPattern } from '../rule/condition.ts'
import { findText, findTextEnd } from './find-text.ts'
import { findWildcards } from './find-wildcards.ts'

type Segment = readonly (string | typeof ONE)[]

/**
 * Compiles a pattern to a test of a text of the same case folding, linear in the text: what stands between two `*` is
 * sought once, behind what was found before it.
 */
export function matchPattern(pattern: TextPattern): (text: string) => boolean {
  const segments = splitAtAny(pattern)
  const [first = []] = segments
  const last = segments.at(-1) ?? []
  const [only] = first
  if (segments.length === 1) {
    if (first.length <= 1 && only !== ONE) return (text) => text === (only ?? '')
    return (text) => endOf(first, text, 0) === text.length
  }
  const middle = segments.slice(1, -1)
  const [needle] = middle[0] ?? []
  if (first.length === 0 && last.length === 0) {
    if (middle.length === 0) return () => true
    if (middle.length === 1 && middle[0]?.length === 1 && typeof needle === 'string') {
      return findText(needle)
    }
  }
  if (middle.length === 0) {
    const [prefix] = first
    const [suffix] = last
    if (last.length === 0 && first.length === 1 && typeof prefix === 'string')
      return (text) => text.startsWith(prefix)
    if (first.length === 0 && last.length === 1 && typeof suffix === 'string')
      return (text) => text.endsWith(suffix)
  }
  const finds = middle.map(findSegment)
  return (text) => {
    let at = endOf(first, text, 0)
    if (at < 0) return false
    for (const find of finds) {
      at = find(text, at)
      if (at < 0) return false
    }
    const start = startFromEnd(last, text)
    return start >= at && endOf(last, text, start) === text.length
  }
}

function splitAtAny(pattern: TextPattern): Segment[] {
  const segments: (string | typeof ONE)[][] = [[]]
  for (const part of pattern) {
    if (part === ANY) segments.push([])
    else segments.at(-1)?.push(part)
  }
  return segments.filter((segment, i) => segment.length > 0 || i === 0 || i === segments.length - 1)
}

/** Where the segment ends when it starts at `at`, or -1. `?` takes a whole character, also outside the BMP. */
function endOf(segment: Segment, text: string, at: number): number {
  let position = at
  for (const part of segment) {
    if (part === ONE) {
      const point = text.codePointAt(position)
      if (point === undefined) return -1
      position += point > 0xffff ? 2 : 1
    } else {
      if (!text.startsWith(part, position)) return -1
      position += part.length
    }
  }
  return position
}

function findSegment(segment: Segment): (text: string, from: number) => number {
  const [only] = segment
  return segment.length === 1 && typeof only === 'string' ? findTextEnd(only) : findWildcards(segment)
}

/** Where a segment must start to end with the text. */
function startFromEnd(segment: Segment, text: string): number {
  let position = text.length
  for (let i = segment.length - 1; i >= 0; i--) {
    const part = segment[i]
    if (typeof part === 'string') {
      position -= part.length
    } else {
      const low = text.charCodeAt(position - 1)
      const pair = low >= 0xdc00 && low <= 0xdfff && text.charCodeAt(position - 2) >> 10 === 0x36
      position -= pair ? 2 : 1
    }
  }
  return position
}
