import type { Clause } from '../sources/log-sources.ts'

/**
 * The same alternatives in fewer clauses: those alike but for the values of one field become one. Of fifty event ids
 * of one channel a single list is left.
 */
export function joinClauses(clauses: readonly Clause[]): Clause[] {
  const fields = new Set(clauses.flatMap((clause) => [...clause.keys()]))
  let joined = [...clauses]
  for (const field of fields) joined = joinBy(field, joined)
  return joined
}

export function keyOf(clause: Clause): string {
  return JSON.stringify(
    [...clause]
      .map(([field, wanted]) => [field, typeof wanted === 'string' ? wanted : [...wanted].sort()])
      .sort(),
  )
}

function joinBy(field: string, clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = []
  const groups = new Map<string, Set<string>>()
  for (const clause of clauses) {
    const wanted = clause.get(field)
    if (wanted === undefined || typeof wanted === 'string') {
      joined.push(clause)
      continue
    }
    const key = keyOf(new Map([...clause].filter(([name]) => name !== field)))
    const group = groups.get(key)
    if (group) for (const value of wanted) group.add(value)
    else {
      const values = new Set(wanted)
      groups.set(key, values)
      joined.push(new Map([...clause, [field, values]]))
    }
  }
  return joined
}
