import { expect, test } from 'vitest'
import type { EntityKind } from './entity.ts'
import { questionsOf } from './questions.ts'
import { RELATIONS } from './relations.ts'

const KINDS: readonly EntityKind[] = [
  ...(['host', 'user', 'address', 'domain', 'process', 'file', 'hash', 'url', 'rule'] as const),
]

test('each end of each edge answers one question of its kind', () => {
  for (const { number, subject, object } of RELATIONS)
    for (const [side, kind, other] of [
      ['subject', subject, object],
      ['object', object, subject],
    ] as const) {
      const asking = questionsOf(kind).filter(({ ways }) =>
        ways.some((way) => way.relation === number && way.side === side),
      )
      expect(
        asking.map(({ kind: of }) => of),
        `${number} ${side}`,
      ).toEqual([other])
    }
})

test('a question is about one kind of neighbour', () => {
  for (const kind of KINDS)
    for (const { kind: other, ways } of questionsOf(kind))
      for (const { relation, side } of ways) {
        const found = RELATIONS.find(({ number }) => number === relation)
        expect(side === 'subject' ? found?.object : found?.subject).toBe(other)
      }
})
