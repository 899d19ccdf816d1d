import { describe, expect, it } from 'vitest'
import type { Role } from '#core/records/memberships'
import { scopeOf } from './scope-of.ts'

const own = '0190a000-0000-7000-8000-000000000001'
const other = '0190a000-0000-7000-8000-000000000002'
const foreign = '0190a000-0000-7000-8000-000000000003'
const membership = (tenantId: string) => ({
  ...{ tenantId, slug: tenantId, name: tenantId, code: 'XX', hue: 0, organization: 'MSSP' },
  role: 'reader' as Role,
})
const session = { memberships: [membership(own), membership(other)] }

describe('scopeOf', () => {
  it('grants what was asked for, not all that could be', () => {
    expect(scopeOf(session, [own]).tenantIds).toEqual([own])
    expect(scopeOf(session, [other, own]).tenantIds).toEqual([own, other])
  })

  it.each([[[foreign]], [[own, foreign]], [[]]])('refuses %j', (tenantIds) => {
    expect(() => scopeOf(session, tenantIds)).toThrow(RangeError)
  })
})
