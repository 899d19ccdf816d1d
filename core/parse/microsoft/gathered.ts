import type { Fields, Scalar } from '../../event/event.ts'

const MAX_VALUES = 100

/** Values of the many things an alert is about: each once, a list only where there are several. */
export class Gathered {
  readonly #values = new Map<string, Set<Scalar>>()

  add(field: string, value: unknown): void {
    if (typeof value !== 'string' && typeof value !== 'number') return
    if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return
    const known = this.#values.get(field)
    if (!known) this.#values.set(field, new Set([value]))
    else if (known.size < MAX_VALUES) known.add(value)
  }

  writeTo(fields: Fields): void {
    for (const [field, values] of this.#values) {
      const list = [...values]
      if (list[0] !== undefined) fields[field] ??= list.length === 1 ? list[0] : list
    }
  }
}
