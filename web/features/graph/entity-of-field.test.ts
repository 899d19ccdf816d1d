import { expect, test } from 'vitest'
import { entityOfField } from './entity-of-field.ts'

test.each([
  ['host.name', 'ws-1', { kind: 'host', value: 'ws-1' }],
  ['destination.ip', 'fe80::1', { kind: 'address', value: 'fe80::1' }],
  ['process.name', 'sh', { kind: 'process', value: 'sh' }],
  ['host.name', '', undefined],
  ['user.name', 'mira', undefined],
  ['constructor', 'x', undefined],
])('%s %j is %j', (field, value, entity) => {
  expect(entityOfField(field, value)).toEqual(entity)
})

test.each([
  ['user.name', 'mira', { 'user.domain': 'CORP' }, { kind: 'user', value: 'CORP\\mira' }],
  ['user.name', 'mira', { 'user.domain': '' }, { kind: 'user', value: 'mira' }],
  ['user.name', 'mira', {}, { kind: 'user', value: 'mira' }],
  ['user.name', '', { 'user.domain': 'CORP' }, undefined],
  ['process.name', 'sh', { 'process.executable': '/bin/sh' }, { kind: 'process', value: '/bin/sh' }],
  ['file.name', 'a.txt', { 'file.path': ['odd'] }, { kind: 'file', value: 'a.txt' }],
])('%s %j of an event with %j is %j', (field, value, fields, entity) => {
  expect(entityOfField(field, value, fields)).toEqual(entity)
})
