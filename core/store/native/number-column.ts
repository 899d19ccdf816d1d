import { bytesOf, type Column } from './column.ts'

export interface NumberColumn extends Column {
  set(row: number, value: number): void
}

const WIDTHS = { UInt8: Uint8Array, UInt16: Uint16Array, UInt32: Uint32Array } as const

/** Whole numbers that are always there. */
export function createNumberColumn(
  name: string,
  rows: number,
  type: keyof typeof WIDTHS | 'Bool',
): NumberColumn {
  const values = new WIDTHS[type === 'Bool' ? 'UInt8' : type](rows)
  return {
    name,
    type,
    set(row, value) {
      values[row] = value
    },
    write: (out) => out.bytes(bytesOf(values)),
  }
}

const NULLABLE = { UInt16: 0xffff, UInt32: 0xffff_ffff, UInt64: Number.MAX_SAFE_INTEGER } as const

export interface NullableColumn extends Column {
  /** @returns false, and sets nothing, when the column cannot hold the value */
  set(row: number, value: number): boolean
}

/** Whole numbers that may be absent. */
export function createNullableColumn(
  name: string,
  rows: number,
  type: keyof typeof NULLABLE,
): NullableColumn {
  const absent = new Uint8Array(rows).fill(1)
  const words = type === 'UInt64' ? 2 : 1
  const values = type === 'UInt16' ? new Uint16Array(rows) : new Uint32Array(rows * words)
  const max = NULLABLE[type]
  return {
    name,
    type: `Nullable(${type})`,
    set(row, value) {
      if (!Number.isInteger(value) || value < 0 || value > max) return false
      absent[row] = 0
      if (words === 1) values[row] = value
      else {
        values[row * 2] = value % 0x1_0000_0000
        values[row * 2 + 1] = Math.floor(value / 0x1_0000_0000)
      }
      return true
    },
    write(out) {
      out.bytes(absent)
      out.bytes(bytesOf(values))
    },
  }
}
