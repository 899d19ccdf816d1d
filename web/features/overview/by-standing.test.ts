import { expect, it } from 'vitest'
import { byStanding } from './by-standing.ts'

it('puts what went quiet first, then what differs, each by name', () => {
  const rows = (
    [
      ['b', 'usual'],
      ['n', 'unknown'],
      ['z', 'quiet'],
      ['h', 'high'],
      ['l', 'low'],
      ['a', 'usual'],
    ] as const
  ).map(([name, standing]) => ({ source: { name }, standing }))
  expect(rows.sort(byStanding).map(({ source }) => source.name)).toEqual(['z', 'l', 'h', 'a', 'b', 'n'])
})
