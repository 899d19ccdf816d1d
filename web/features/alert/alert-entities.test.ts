import { expect, test } from 'vitest'
import { alertEntities } from './alert-entities.ts'

const FIELDS = {
  ...{ 'host.name': 'ws-1', 'user.name': 'Mira', 'user.domain': 'CORP', 'source.ip': '10.0.0.1' },
  ...{ 'destination.ip': '10.0.0.2', 'process.name': 'sh' },
}
const values = (kind: string, value: string, fields = {}) =>
  alertEntities({ kind, value }, fields).map((entity) => `${entity.kind} ${entity.value}`)

test.each([
  ['host', 'ws-1', ['host ws-1', 'user CORP\\Mira', 'address 10.0.0.1', 'address 10.0.0.2']],
  ['user', 'mira', ['user CORP\\Mira', 'host ws-1', 'address 10.0.0.1', 'address 10.0.0.2']],
  ['ip', '10.0.0.9', ['address 10.0.0.9', 'host ws-1', 'user CORP\\Mira', 'address 10.0.0.1']],
  ['source', 'uuid', ['host ws-1', 'user CORP\\Mira', 'address 10.0.0.1', 'address 10.0.0.2']],
])('about %s %s', (kind, value, expected) => {
  expect(values(kind, value, FIELDS)).toEqual(expected)
})

test('without an event it is what the alert is about, if that has a page', () => {
  expect(values('user', 'mira')).toEqual(['user mira'])
  expect(values('constructor', 'x')).toEqual([])
})
