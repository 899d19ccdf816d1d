import { expect, it } from 'vitest'
import { entitiesOfEvent } from './entities-of-event.ts'

it('names each entity once, a user with the domain, a process by its path', () => {
  const fields = {
    ...{ 'process.name': 'sh', 'process.executable': '/bin/sh', 'user.name': 'mira', 'user.domain': 'CORP' },
    ...{ 'host.name': 'WS-1', 'source.ip': '10.0.0.1', 'destination.ip': '10.0.0.1', 'event.id': 4 },
  }
  expect(entitiesOfEvent(fields)).toEqual([
    { kind: 'host', value: 'WS-1' },
    { kind: 'user', value: 'CORP\\mira' },
    { kind: 'address', value: '10.0.0.1' },
    { kind: 'process', value: '/bin/sh' },
  ])
})

it('takes lists and fields of other names for none', () => {
  expect(entitiesOfEvent({ 'host.name': ['a', 'b'], constructor: 'x' })).toEqual([])
})
