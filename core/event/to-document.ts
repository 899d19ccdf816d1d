import type { Fields, FieldValue } from './event.ts'

export interface Document {
  [name: string]: FieldValue | Document
}

const createDocument = (): Document => Object.create(null)

const isDocument = (value: FieldValue | Document | undefined): value is Document =>
  typeof value === 'object' && !Array.isArray(value)

/**
 * Nests flat fields. Where a name is both a value and the beginning of others (`host` and `host.name`), the value
 * stays and the others keep the rest of their name dotted beside it: `{"host": "a", "host.name": "b"}`. Nothing is
 * lost, and flattening gives the same fields again.
 */
export function toDocument(fields: Fields): Document {
  const root = createDocument()
  // Sorted, a value comes before the names that it is the beginning of.
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name]
    if (value !== undefined) place(root, name, value)
  }
  return root
}

function place(root: Document, name: string, value: FieldValue): void {
  let parent = root
  let start = 0
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const part = name.slice(start, dot)
    const known = parent[part]
    if (known === undefined) {
      const made = createDocument()
      parent[part] = made
      parent = made
    } else if (isDocument(known)) parent = known
    else break
    start = dot + 1
  }
  parent[name.slice(start)] = value
}
