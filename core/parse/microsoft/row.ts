import type { JsonObject } from '../parser.ts'

/** Columns of a table or members of an object, read as what they should be; empty ones are absent. */
export class Row {
  readonly values: JsonObject

  constructor(values: JsonObject) {
    this.values = values
  }

  /** Of several names, the first that has a value. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.values[name]
      if (typeof value === 'string' ? value !== '' : typeof value === 'number') return String(value)
    }
    return undefined
  }

  number(...names: readonly string[]): number | undefined {
    const text = this.text(...names)
    const number = text === undefined ? Number.NaN : Number(text)
    return Number.isFinite(number) ? number : undefined
  }
}
