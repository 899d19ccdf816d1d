import { bytesOf, type Column } from './column.ts'

export interface TimeColumn extends Column {
  /** Ticks since the epoch. */
  set(row: number, ticks: bigint): void
}

export function createTimeColumn(name: string, rows: number, digits: 3 | 9): TimeColumn {
  const values = new BigInt64Array(rows)
  return {
    name,
    type: `DateTime64(${digits}, 'UTC')`,
    set(row, ticks) {
      values[row] = ticks
    },
    write: (out) => out.bytes(bytesOf(values)),
  }
}
