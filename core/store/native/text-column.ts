import type { Column } from './column.ts'

export interface TextColumn extends Column {
  set(row: number, text: string): void
}

export function createTextColumn(name: string, rows: number): TextColumn {
  const texts = new Array<string>(rows).fill('')
  return {
    name,
    type: 'String',
    set(row, text) {
      texts[row] = text
    },
    write(out) {
      for (const text of texts) out.text(text)
    },
  }
}
