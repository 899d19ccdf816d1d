import { expect, it } from 'vitest'
import { logonsOf } from './logons-of.ts'

const user = { kind: 'user', value: 'mira' } as const
const host = (value: string) => ({ kind: 'host', value }) as const
const address = { kind: 'address', value: '10.0.0.1' } as const

it('are the hosts of a user, each once, and the users of a host', () => {
  const logons = [
    { subject: user, object: host('ws-1') },
    { subject: user, object: host('ws-2') },
    { subject: user, object: host('ws-1') },
    { subject: address, object: user },
  ]
  expect(logonsOf({ entity: user, logons })).toEqual([host('ws-1'), host('ws-2')])
  const there = [
    { subject: user, object: host('ws-1') },
    { subject: address, object: host('ws-1') },
  ]
  expect(logonsOf({ entity: host('ws-1'), logons: there })).toEqual([user])
})
