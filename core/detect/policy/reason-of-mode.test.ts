import { expect, test } from 'vitest'
import { reasonOfMode } from './reason-of-mode.ts'
import { rulesConfigSchema } from './rules-config.ts'

const [policy] = rulesConfigSchema.parse({
  folders: [{ path: 'x', on: { level: 'high' }, shadow: { level: 'medium' }, off: ['named'] }],
}).folders

test.each([
  [{ id: 'named', level: 'high' }, 'switch it off by its id'],
  [{ id: 'a', level: 'high' }, 'reach what'],
  [{ id: 'a', level: 'medium' }, 'on trial'],
  [{ id: 'a', level: 'low' }, 'this one has level low and status test'],
] as const)('of %j is %s', (rule, reason) => {
  expect(reasonOfMode({ status: undefined, ...rule }, policy ?? { off: [] })).toContain(reason)
})
