import type { TextPattern } from './condition.ts'
import { type ItemValue, ModifierError } from './item-value.ts'
import { hasWildcard } from './text-pattern.ts'

const utf8 = new TextEncoder()

/** Bytes of a value: UTF-8 of a text without wildcards, or what `wide` made before. */
export function bytesOf(value: ItemValue): Uint8Array {
  if (value.type === 'bytes') return value.bytes
  return utf8.encode(literalOf(value))
}

/** `wide`, `utf16le`, `utf16be`, `utf16` (byte order mark FF FE, then little endian). */
export function utf16Bytes(value: ItemValue, order: 'le' | 'be', mark: boolean): Uint8Array {
  const text = literalOf(value)
  const bytes: number[] = mark ? [0xff, 0xfe] : []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (order === 'le') bytes.push(unit & 0xff, unit >> 8)
    else bytes.push(unit >> 8, unit & 0xff)
  }
  return Uint8Array.from(bytes)
}

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The characters of the encoded bytes that hold wherever the bytes begin modulo 3. */
export function base64Offsets(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = toBase64(Uint8Array.from([...new Array<number>(offset).fill(32), ...bytes]))
    const start = [0, 2, 3][offset] ?? 0
    const cut = [0, 3, 2][(bytes.length + offset) % 3] ?? 0
    return encoded.slice(start, encoded.length - cut)
  })
}

/** Bytes that no encoding followed: sought as characters of the same numbers. */
export function bytesPattern(bytes: Uint8Array): TextPattern {
  return [String.fromCharCode(...bytes)]
}

function literalOf(value: ItemValue): string {
  if (value.type === 'number') return value.written
  if (value.type !== 'text') throw new ModifierError('only text can be encoded', 'quote the value')
  if (hasWildcard(value.pattern)) {
    throw new ModifierError(
      'a value with wildcards cannot be encoded',
      'escape them (\\* and \\?) or split the value',
    )
  }
  return value.pattern.join('')
}
