import { describe, expect, it } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { decideRules } from './decide-rules.ts'
import { EVERYTHING } from './mode-of.ts'
import { rulesConfigSchema } from './rules-config.ts'
import { tenantOverlay } from './tenant-overlay.ts'

function ruleOf(id: string, level: string): SigmaRule {
  const text = `{title: ${id}, id: ${id}, level: ${level}, logsource: {product: x}, detection: {a: {f: v}, condition: a}}`
  return readRules(text, `${id}.yml`).rules[0]!
}

const [high, medium, low] = [
  ruleOf('high-one', 'high'),
  ruleOf('medium-one', 'medium'),
  ruleOf('low-one', 'low'),
]
const policy = rulesConfigSchema.parse({
  folders: [{ path: 'x', on: { level: 'high' }, shadow: { level: 'medium' } }],
}).folders[0]!
const base = decideRules([{ rules: [high, medium, low], policy }])
const none = decideRules([])
const tenantOf = (tenant: object) => rulesConfigSchema.parse({ tenants: { a: tenant } }).tenants.a!

describe('rules of several folders', () => {
  it('are decided by the policy of the last one that has them', () => {
    const again = ruleOf('low-one', 'critical')
    const decided = decideRules([
      { rules: [high, low], policy },
      { rules: [again], policy: EVERYTHING },
    ])
    expect([...decided.values()]).toEqual([
      { rule: high, mode: 'on' },
      { rule: again, mode: 'on' },
    ])
  })
})

describe("a tenant's overlay", () => {
  it('is empty for a tenant that changes nothing', () => {
    const overlay = tenantOverlay(base, tenantOf({}), none)
    expect(overlay).toMatchObject({ off: [], own: [], unknown: [] })
    expect([overlay.modes.size, overlay.levels.size]).toEqual([0, 0])
  })

  it('takes a rule away, puts one on trial, and looks for one that is off elsewhere', () => {
    const changes = tenantOf({ off: ['medium-one'], shadow: ['high-one'], on: ['low-one'] })
    const { off, own, modes } = tenantOverlay(base, changes, none)
    expect(off).toEqual(['medium-one'])
    expect(own).toEqual([low])
    expect([modes.get('high-one'), modes.get('low-one')]).toEqual(['shadow', 'on'])
  })

  it('has nothing to take away that nobody looks for', () => {
    expect(tenantOverlay(base, tenantOf({ off: ['low-one'] }), none)).toMatchObject({ off: [], own: [] })
  })

  it('lets an own rule stand in the place of one of the same id, and be switched like any other', () => {
    const mine = ruleOf('high-one', 'low')
    const own = decideRules([{ rules: [mine, ruleOf('mine', 'high')], policy: EVERYTHING }])
    expect(tenantOverlay(base, tenantOf({}), own).own.map(({ id, level }) => [id, level])).toEqual([
      ['high-one', 'low'],
      ['mine', 'high'],
    ])
    const without = tenantOverlay(base, tenantOf({ off: ['high-one', 'mine'] }), own)
    expect(without).toMatchObject({ off: ['high-one'], own: [] })
  })

  it('says which ids no rule has', () => {
    const changes = tenantOf({ off: ['gone'], level: { 'high-one': 'low', lost: 'high' } })
    const { unknown, levels } = tenantOverlay(base, changes, none)
    expect(unknown).toEqual(['gone', 'lost'])
    expect(levels.get('high-one')).toBe('low')
  })
})
