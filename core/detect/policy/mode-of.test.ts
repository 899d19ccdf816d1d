import { describe, expect, it } from 'vitest'
import { EVERYTHING, modeOf } from './mode-of.ts'
import { rulesConfigSchema } from './rules-config.ts'

const rule = (level: 'low' | 'medium' | 'high', status?: string) => ({ id: 'r1', level, status })
const policyOf = (policy: object) =>
  rulesConfigSchema.parse({ folders: [{ path: 'x', ...policy }] }).folders[0]!

describe('the mode of a rule', () => {
  const policy = policyOf({ on: { level: 'high', status: 'test' }, shadow: { level: 'medium' } })

  it.each([
    ['high', 'stable', 'on'],
    ['high', 'test', 'on'],
    ['high', undefined, 'on'],
    ['high', 'experimental', 'shadow'],
    ['medium', 'stable', 'shadow'],
    ['medium', 'deprecated', 'off'],
    ['low', 'stable', 'off'],
  ] as const)('of level %s and status %s is %s', (level, status, mode) => {
    expect(modeOf(rule(level, status), policy)).toBe(mode)
  })

  it('is on without a policy, unless its author gave it up', () => {
    for (const status of ['experimental', 'test', 'stable', undefined])
      expect(modeOf(rule('low', status), EVERYTHING)).toBe('on')
    for (const status of ['deprecated', 'unsupported'])
      expect(modeOf(rule('high', status), EVERYTHING)).toBe('off')
    expect(policyOf({})).toMatchObject(EVERYTHING)
  })

  it('is off when the policy names the rule, whatever its level', () => {
    const without = policyOf({ off: ['r1'] })
    expect(modeOf(rule('high', 'stable'), without)).toBe('off')
    expect(modeOf({ ...rule('high', 'stable'), id: 'r2' }, without)).toBe('on')
  })

  it('is shadow for a whole folder on trial', () => {
    const trial = policyOf({ shadow: {} })
    expect(modeOf(rule('high', 'stable'), trial)).toBe('shadow')
    expect(modeOf(rule('high', 'deprecated'), trial)).toBe('off')
  })

  it('may let in what its author gave up', () => {
    expect(modeOf(rule('high', 'deprecated'), policyOf({ on: { status: 'deprecated' } }))).toBe('on')
    expect(modeOf(rule('high', 'unsupported'), policyOf({ on: { status: 'deprecated' } }))).toBe('off')
  })
})
