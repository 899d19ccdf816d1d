import type { EntityKind } from './entity.ts'

export type Verb = 'connected_to' | 'logged_on_to' | 'started' | 'wrote' | 'resolved' | 'triggered'

/** A kind of edge: `subject verb object`. */
export interface Relation {
  /** As stored; the conditions are in with-edges.ts. */
  number: number
  subject: EntityKind
  verb: Verb
  object: EntityKind
}

const TABLE: readonly (readonly [number, EntityKind, Verb, EntityKind])[] = [
  [1, 'address', 'connected_to', 'address'],
  [2, 'host', 'connected_to', 'address'],
  [3, 'process', 'connected_to', 'address'],
  [4, 'address', 'connected_to', 'domain'],
  [5, 'user', 'connected_to', 'domain'],
  [6, 'address', 'connected_to', 'url'],
  [7, 'address', 'connected_to', 'user'],
  [8, 'user', 'logged_on_to', 'host'],
  [9, 'address', 'logged_on_to', 'host'],
  [10, 'address', 'logged_on_to', 'user'],
  [11, 'host', 'started', 'process'],
  [12, 'user', 'started', 'process'],
  [13, 'process', 'started', 'process'],
  [14, 'host', 'started', 'hash'],
  [15, 'process', 'wrote', 'file'],
  [16, 'host', 'wrote', 'file'],
  [17, 'host', 'wrote', 'hash'],
  [18, 'host', 'resolved', 'domain'],
  [19, 'address', 'resolved', 'domain'],
  [20, 'domain', 'resolved', 'address'],
  [21, 'rule', 'triggered', 'host'],
  [22, 'rule', 'triggered', 'user'],
  [23, 'rule', 'triggered', 'address'],
  [24, 'rule', 'triggered', 'domain'],
]

export const RELATIONS: readonly Relation[] = TABLE.map(([number, subject, verb, object]) => ({
  ...{ number, subject, verb, object },
}))

const BY_NUMBER: ReadonlyMap<number, Relation> = new Map(
  RELATIONS.map((relation) => [relation.number, relation]),
)

/** @returns undefined for a number without an object: that an entity was there at all */
export function relationOf(number: number): Relation | undefined {
  return BY_NUMBER.get(number)
}
