import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { GroupKey } from '#core/records/alerts/group-key'
import { decodeGroupKey, encodeGroupKey } from './group-key.ts'

const tenant = randomUUID()

describe('the key of a group', () => {
  test.each<GroupKey>([
    { by: 'rule', parts: ['constructor'] },
    { by: 'tenant', parts: [tenant] },
    { by: 'tactic', parts: ['TA0001'] },
    { by: 'tactic', parts: undefined },
    { by: 'host', parts: [tenant, '', 'host', 'wś-1 "quoted"'] },
    { by: 'entity', parts: [tenant, 'oslo', 'ip', 'fe80::1'] },
    { by: 'user', parts: undefined },
  ])('%j comes back', (key) => {
    expect(decodeGroupKey(encodeGroupKey(key))).toEqual(key)
  })

  test.each([
    '',
    'noise',
    ...[
      {},
      ['rule'],
      ['tenant', 'x'],
      ['entity'],
      ['host', 'no uuid', '', 'host', 'a'],
      ['host', tenant, ''],
    ].map((said) => Buffer.from(JSON.stringify(said)).toString('base64url')),
    Buffer.from('["rule","a\\u0000b"]').toString('base64url'),
  ])('%j is none', (text) => {
    expect(() => decodeGroupKey(text)).toThrow('group must be the key')
  })
})
