import { expect, test } from 'vitest'
import type { Clause } from '../sources/log-sources.ts'
import { joinClauses } from './join-clauses.ts'

const clause = (fields: Record<string, string | string[]>): Clause =>
  new Map(
    Object.entries(fields).map(([field, wanted]) => [
      field,
      wanted === '*' ? ('present' as const) : new Set([wanted].flat()),
    ]),
  )

test('clauses alike but for the values of one field become one', () => {
  expect(
    joinClauses([
      clause({ channel: 'sysmon', code: '1' }),
      clause({ channel: 'security', code: '4688' }),
      clause({ code: ['3', '5'], channel: 'sysmon' }),
      clause({ channel: 'sysmon', code: '*' }),
      clause({ module: 'windows' }),
    ]).map((joined) => Object.fromEntries(joined)),
  ).toEqual([
    { channel: new Set(['sysmon']), code: new Set(['1', '3', '5']) },
    { channel: new Set(['security']), code: new Set(['4688']) },
    { channel: new Set(['sysmon']), code: 'present' },
    { module: new Set(['windows']) },
  ])
})
