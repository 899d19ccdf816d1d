import { expect, test } from 'vitest'
import { entityOfField } from './entity-of-field.ts'

test.each([
  ['host.name', 'ws-1', { kind: 'host', value: 'ws-1' }],
  ['destination.ip', 'fe80::1', { kind: 'address', value: 'fe80::1' }],
  ['host.name', '', undefined],
  ['user.name', 'mira', undefined],
  ['constructor', 'x', undefined],
])('%s %j is %j', (field, value, entity) => {
  expect(entityOfField(field, value)).toEqual(entity)
})
