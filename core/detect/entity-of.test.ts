import { expect, test } from 'vitest'
import type { Fields } from '../event/event.ts'
import { entityOf } from './entity-of.ts'

const of = (entityField: string | undefined, fields: Fields) =>
  entityOf({ entityField }, { fields, site: 'hub', sourceId: 'source-1' })

test('is what the rule names, in lower case', () => {
  expect(of('user.name', { 'user.name': 'SVC-Backup', 'host.name': 'h' })).toEqual({
    site: 'hub',
    kind: 'user',
    value: 'svc-backup',
  })
  expect(of('host.name', { 'host.name': ['A', 'b'] })).toMatchObject({ kind: 'host', value: 'a' })
  expect(of('userIdentity.userName', { 'userIdentity.userName': 'deploy' })).toMatchObject({ kind: 'user' })
  expect(of('dns.question.name', { 'dns.question.name': 'x.example' })).toMatchObject({ kind: 'domain' })
})

test('falls back to host, user, source and destination address, then the source itself', () => {
  const fields: Fields = {
    'host.name': 'h',
    'user.name': 'u',
    'source.ip': '10.0.0.1',
    'destination.ip': '10.0.0.2',
  }
  const kinds = ['host.name', 'user.name', 'source.ip', 'destination.ip'].map((field) => {
    const { kind, value } = of('url.domain', fields)
    delete fields[field]
    return `${kind} ${value}`
  })
  expect(kinds).toEqual(['host h', 'user u', 'ip 10.0.0.1', 'ip 10.0.0.2'])
  expect(of(undefined, fields)).toEqual({ site: 'hub', kind: 'source', value: 'source-1' })
  expect(of('user.name', { 'user.name': '', 'source.ip': '::1' })).toMatchObject({ kind: 'ip', value: '::1' })
})
