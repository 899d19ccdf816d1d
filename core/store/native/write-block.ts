import type { Column } from './column.ts'
import { createByteWriter } from './create-byte-writer.ts'

/** A block of ClickHouse's Native format: counts, then name, type and data of each column. */
export function writeBlock(columns: readonly Column[], rows: number): Buffer[] {
  const out = createByteWriter()
  out.varUint(columns.length)
  out.varUint(rows)
  for (const column of columns) {
    out.text(column.name)
    out.text(column.type)
    column.write(out)
  }
  return out.finish()
}
