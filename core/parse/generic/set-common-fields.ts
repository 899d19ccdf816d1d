import type { Fields, FieldValue, Scalar } from '../../event/event.ts'
import { type Meaning, meaningsOf } from './name-meanings.ts'

interface Found extends Meaning {
  depth: number
  value: Scalar
}

const depthOf = (name: string): number => {
  let depth = 0
  for (let at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) depth++
  return depth
}

const first = (value: FieldValue | undefined): Scalar | undefined =>
  typeof value === 'object' ? (value.length === 1 ? value[0] : undefined) : value

/**
 * ECS fields from a log's own names, where many products agree on what a name means; the better known of two names
 * wins, then the one nearer to the top. What is there already stays.
 */
export function setCommonFields(fields: Fields, prefix = ''): void {
  const found: Found[] = []
  for (const name in fields) {
    if (!name.startsWith(prefix)) continue
    const meanings = meaningsOf(prefix === '' ? name : name.slice(prefix.length))
    if (meanings.length === 0) continue
    const value = first(fields[name])
    if (value === undefined) continue
    const depth = depthOf(name)
    for (const meaning of meanings) found.push({ ...meaning, depth, value })
  }
  found.sort((a, b) => a.rank - b.rank || a.depth - b.depth)
  for (const { set, value } of found) set(fields, value)
}
