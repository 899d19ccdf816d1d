import type { Column } from './column.ts'

export interface UuidColumn extends Column {
  set(row: number, uuid: string): void
}

/** Two 64-bit halves, each little endian. */
export function createUuidColumn(name: string, rows: number): UuidColumn {
  const bytes = Buffer.alloc(rows * 16)
  let lastUuid = ''
  let lastAt = 0
  return {
    name,
    type: 'UUID',
    set(row, uuid) {
      const at = row * 16
      // Tenant, source and payload ids repeat from row to row.
      if (uuid === lastUuid) {
        bytes.copyWithin(at, lastAt, lastAt + 16)
        return
      }
      let digit = 0
      for (let i = 0; i < uuid.length; i += 2) {
        if (uuid.charCodeAt(i) === DASH) i++
        const byte = (hexValue(uuid.charCodeAt(i)) << 4) | hexValue(uuid.charCodeAt(i + 1))
        bytes[at + (digit < 8 ? 7 - digit : 23 - digit)] = byte
        digit++
      }
      if (digit !== 16) throw new RangeError(`Not a UUID: ${uuid.slice(0, 60)}`)
      lastUuid = uuid
      lastAt = at
    },
    write: (out) => out.bytes(bytes),
  }
}

const DASH = 45

function hexValue(code: number): number {
  return code <= 57 ? code - 48 : (code & ~32) - 55
}
