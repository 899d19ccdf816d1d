import type { ChunkBytes } from './chunk-bytes.ts'
import type { StoredValue } from './node.ts'
import { FIXED, type Scalar } from './read-fixed.ts'
import { formatSid, sidSize } from './windows-ids.ts'

export type Value = Scalar | Scalar[]

const ARRAY = 0x80
const NULL = 0x00
const STRING = 0x01
const ANSI = 0x02
const SIZE_T = 0x10
const SID = 0x13
const HEX32 = 0x14
const HEX64 = 0x15

/** Strings may end in NULs that are no text. */
function trimmed(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--
  return text.slice(0, end)
}

function readSids(chunk: ChunkBytes, at: number, end: number): string[] {
  const sids: string[] = []
  for (let next = at; next + 8 <= end; ) {
    const after = next + sidSize(chunk.buffer, next)
    if (after > end) break
    sids.push(formatSid(chunk.buffer, next))
    next = after
  }
  return sids
}

/** Items of one size stand side by side; each string ends in NUL. */
function readArray(chunk: ChunkBytes, type: number, at: number, size: number): Scalar[] | undefined {
  if (type === STRING || type === ANSI) {
    const items = (type === STRING ? chunk.utf16(at, size) : chunk.ansi(at, size)).split('\0')
    if (items.at(-1) === '') items.pop()
    return items
  }
  chunk.allowance.spend(2 * size)
  if (type === SID) return readSids(chunk, at, at + size)
  const fixed = FIXED.get(type)
  if (!fixed) return undefined
  const items: Scalar[] = []
  for (let next = at; next + fixed.size <= at + size; next += fixed.size) {
    items.push(fixed.read(chunk.buffer, next))
  }
  return items
}

/**
 * A value that a substitution puts into an element ([MS-EVEN6] 2.2.12). Binary, and what has not its type's size, is
 * upper-case hexadecimal. The bytes are there: `readFragment` has seen to it.
 * @returns undefined for null, and for a value without bytes that is no string
 */
export function readValue(chunk: ChunkBytes, { type, at, size }: StoredValue): Value | undefined {
  if (type === STRING) return trimmed(chunk.utf16(at, size))
  if (type === ANSI) return trimmed(chunk.ansi(at, size))
  if (type === NULL || size === 0) return undefined
  const items = type & ARRAY ? readArray(chunk, type & ~ARRAY, at, size) : undefined
  if (items) return items
  const word = size === 4 ? HEX32 : HEX64
  const fixed = FIXED.get(type === SIZE_T ? word : type)
  if (fixed?.size === size) return fixed.read(chunk.buffer, at)
  if (type === SID && size >= 8 && sidSize(chunk.buffer, at) === size) return formatSid(chunk.buffer, at)
  return chunk.hex(at, size)
}
