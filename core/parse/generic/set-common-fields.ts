import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { meaningsOf } from './meanings-of.ts'
import type { Meaning } from './name-meanings.ts'

interface Found {
  meaning: Meaning
  value: Scalar
  order: number
}

/** More levels than this no name has. */
const MAX_DEPTH = 64

const depthOf = (name: string): number => {
  let depth = 0
  for (let at = name.indexOf('.'); at >= 0 && depth < MAX_DEPTH; at = name.indexOf('.', at + 1)) depth++
  return depth
}

const first = (value: FieldValue | undefined): Scalar | undefined =>
  typeof value === 'object' ? (value.length === 1 ? value[0] : undefined) : value

/**
 * ECS fields from a log's own names, where many products agree on what a name means; the better known of two names
 * wins, then the one nearer to the top. What is there already stays.
 * @returns whether any name was known
 */
export function setCommonFields(fields: Fields, prefix = ''): boolean {
  const found: Found[] = []
  for (const name in fields) {
    if (!name.startsWith(prefix)) continue
    const meanings = meaningsOf(prefix === '' ? name : name.slice(prefix.length))
    if (meanings.length === 0) continue
    const value = first(fields[name])
    if (value === undefined) continue
    const depth = depthOf(name)
    for (const meaning of meanings) found.push({ meaning, value, order: meaning.rank * MAX_DEPTH + depth })
  }
  found.sort((a, b) => a.order - b.order)
  for (const { meaning, value } of found) meaning.set(fields, value)
  return found.length > 0
}
