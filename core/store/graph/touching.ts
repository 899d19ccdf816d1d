import { IN_SCOPE } from '../tenant-walls.ts'
import type { EntityKind, GraphEntity } from './entity.ts'
import { IN_MINUTES } from './minutes.ts'
import type { Side } from './questions.ts'
import { RELATIONS, type Relation } from './relations.ts'

/** Values by kind, of one tenant or of whichever is in scope. */
export type Ends = ReadonlyMap<EntityKind, readonly string[]>

export function endsOf(entities: readonly Pick<GraphEntity, 'kind' | 'value'>[]): Ends {
  const ends = new Map<EntityKind, string[]>()
  for (const { kind, value } of entities) {
    const values = ends.get(kind)
    if (values) values.push(value)
    else ends.set(kind, [value])
  }
  return ends
}

/** Binds the values; one text for each kind, wherever it is used. */
export function endParams(ends: Ends): Record<string, unknown> {
  return Object.fromEntries([...ends].map(([kind, values]) => [`of_${kind}`, values]))
}

/** Condition for rows of `edges` that have one of the entities on a side; `0` where no such edge exists. */
export function atSide(side: Side, ends: Ends, wanted: (relation: Relation) => boolean = () => true): string {
  const conditions = [...ends.keys()].flatMap((kind) => {
    const numbers = RELATIONS.filter((relation) => relation[side] === kind && wanted(relation))
    if (numbers.length === 0) return []
    const relations = numbers.map(({ number }) => number).join(', ')
    return `(${side} IN {of_${kind}:Array(String)} AND relation IN (${relations}))`
  })
  return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`
}

/**
 * Rows of `edges` that touch the entities, as a table: `side` 0 where the entity is the subject, 1 where it is the object;
 * `own` and `other`; what the edges count. One that ties two of the entities comes once for each.
 */
export function touching(
  ends: Ends,
  wanted: (relation: Relation, side: Side) => boolean = () => true,
): string {
  const select = (side: Side) => {
    const [own, other] = side === 'subject' ? ['subject', 'object'] : ['object', 'subject']
    return `SELECT ${side === 'subject' ? 0 : 1} AS side, tenant_id, relation, ${own} AS own, ${other} AS other, minute, events, failures, suspected
      FROM edges WHERE ${IN_SCOPE} AND ${IN_MINUTES} AND ${atSide(side, ends, (relation) => wanted(relation, side))}`
  }
  return `(${select('subject')} UNION ALL ${select('object')})`
}
