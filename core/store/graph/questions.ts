import type { EntityKind } from './entity.ts'
import { RELATIONS, type Verb } from './relations.ts'

/** Which end of the edge the asked entity is. */
export type Side = 'subject' | 'object'

/** What can be asked of an entity: its neighbours of one kind over some edges. */
export interface Question {
  name: string
  /** Of the neighbours. */
  kind: EntityKind
  ways: readonly { relation: number; side: Side }[]
}

type Way = readonly [Side, Verb, EntityKind]

const TABLE: Readonly<Record<EntityKind, Readonly<Record<string, readonly Way[]>>>> = {
  host: {
    users: [['object', 'logged_on_to', 'user']],
    logonAddresses: [['object', 'logged_on_to', 'address']],
    processes: [['subject', 'started', 'process']],
    peers: [['subject', 'connected_to', 'address']],
    domains: [['subject', 'resolved', 'domain']],
    files: [['subject', 'wrote', 'file']],
    hashes: [
      ['subject', 'started', 'hash'],
      ['subject', 'wrote', 'hash'],
    ],
    rules: [['object', 'triggered', 'rule']],
  },
  user: {
    hosts: [['subject', 'logged_on_to', 'host']],
    addresses: [
      ['object', 'logged_on_to', 'address'],
      ['object', 'connected_to', 'address'],
    ],
    domains: [['subject', 'connected_to', 'domain']],
    processes: [['subject', 'started', 'process']],
    rules: [['object', 'triggered', 'rule']],
  },
  address: {
    peers: [
      ['subject', 'connected_to', 'address'],
      ['object', 'connected_to', 'address'],
    ],
    hosts: [
      ['subject', 'logged_on_to', 'host'],
      ['object', 'connected_to', 'host'],
    ],
    users: [
      ['subject', 'logged_on_to', 'user'],
      ['subject', 'connected_to', 'user'],
    ],
    domains: [
      ['subject', 'connected_to', 'domain'],
      ['subject', 'resolved', 'domain'],
      ['object', 'resolved', 'domain'],
    ],
    urls: [['subject', 'connected_to', 'url']],
    processes: [['object', 'connected_to', 'process']],
    rules: [['object', 'triggered', 'rule']],
  },
  domain: {
    hosts: [['object', 'resolved', 'host']],
    users: [['object', 'connected_to', 'user']],
    clients: [
      ['object', 'connected_to', 'address'],
      ['object', 'resolved', 'address'],
    ],
    addresses: [['subject', 'resolved', 'address']],
    rules: [['object', 'triggered', 'rule']],
  },
  process: {
    hosts: [['object', 'started', 'host']],
    users: [['object', 'started', 'user']],
    parents: [['object', 'started', 'process']],
    children: [['subject', 'started', 'process']],
    addresses: [['subject', 'connected_to', 'address']],
    files: [['subject', 'wrote', 'file']],
  },
  file: {
    hosts: [['object', 'wrote', 'host']],
    processes: [['object', 'wrote', 'process']],
  },
  hash: {
    hosts: [
      ['object', 'started', 'host'],
      ['object', 'wrote', 'host'],
    ],
  },
  url: { addresses: [['object', 'connected_to', 'address']] },
  rule: {
    hosts: [['subject', 'triggered', 'host']],
    users: [['subject', 'triggered', 'user']],
    addresses: [['subject', 'triggered', 'address']],
    domains: [['subject', 'triggered', 'domain']],
  },
}

function numberOf(own: EntityKind, [side, verb, other]: Way): number {
  const [subject, object] = side === 'subject' ? [own, other] : [other, own]
  const found = RELATIONS.find(
    (relation) => relation.subject === subject && relation.verb === verb && relation.object === object,
  )
  if (!found) throw new Error(`No edge says that ${subject} ${verb} ${object}`)
  return found.number
}

const QUESTIONS: ReadonlyMap<EntityKind, readonly Question[]> = new Map(
  Object.entries(TABLE).map(([kind, questions]) => {
    const own = kind as EntityKind
    const all = Object.entries(questions).map(
      ([name, ways]): Question => ({
        name,
        kind: ways[0]?.[2] ?? own,
        ways: ways.map((way) => ({ relation: numberOf(own, way), side: way[0] })),
      }),
    )
    return [own, all]
  }),
)

export function questionsOf(kind: EntityKind): readonly Question[] {
  return QUESTIONS.get(kind) ?? []
}

/** Every question of every kind; its place here is its number in a statement. */
export const ALL_QUESTIONS: readonly { of: EntityKind; question: Question }[] = [...QUESTIONS].flatMap(
  ([of, questions]) => questions.map((question) => ({ of, question })),
)

const PLACES = ALL_QUESTIONS.flatMap(({ question }, place) =>
  question.ways.map(({ relation, side }) => [relation * 2 + (side === 'subject' ? 0 : 1), place] as const),
)

/** The number of the question that a row of `touching` answers. */
export const QUESTION_SQL = `transform(relation * 2 + side, [${PLACES.map(([way]) => way).join(', ')}], [${PLACES.map(([, place]) => place).join(', ')}], ${ALL_QUESTIONS.length})`
