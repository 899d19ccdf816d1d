import { beginsObject, CLOSE_ARRAY, COMMA, endOfValue, skipSpace } from './json-bytes.ts'

interface Elements {
  elements: Buffer[]
  /** Offset of the closing bracket. */
  close: number
}

/**
 * The elements of an array of objects, as views.
 * @param start behind the opening bracket
 * @param most more elements than this are not gathered: one beyond it says that there were more
 * @returns undefined when it is no array of objects
 */
export function splitArray(bytes: Buffer, start: number, most: number): Elements | undefined {
  const elements: Buffer[] = []
  let at = skipSpace(bytes, start)
  while (beginsObject(bytes, at)) {
    const end = endOfValue(bytes, at)
    if (end < 0) return undefined
    elements.push(bytes.subarray(at, end))
    if (elements.length > most) return { elements, close: end }
    at = skipSpace(bytes, end)
    if (bytes[at] === CLOSE_ARRAY) return { elements, close: at }
    if (bytes[at] !== COMMA) return undefined
    at = skipSpace(bytes, at + 1)
  }
  return undefined
}
