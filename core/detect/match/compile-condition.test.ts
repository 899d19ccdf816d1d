import { expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import { compileCondition } from './compile-condition.ts'
import { createMatcher } from './create-matcher.ts'
import { createLeaves } from './leaf.ts'
import { resolveCondition } from './resolve-condition.ts'
import { createSlots } from './slot.ts'

const list = Array.from({ length: 100 }, (_, i) => `'value ${i}'`).join(', ')
const { rules } = readRules(
  `title: T\nlogsource: { product: p }\ndetection: { a: { x|contains: [${list}] }, condition: a }`,
  'a.yml',
)
const scope = { slots: createSlots(), leaves: createLeaves(), namesOf: (field: string) => [field] }
const resolved = rules.map((rule) => resolveCondition(rule.condition, scope))
const listsOf = () => [...scope.leaves.known.values()].map((leaf) => leaf.implies.length)

test("a tenant's list leaves nothing behind in the leaves that all share", () => {
  for (const condition of resolved) compileCondition(condition, false)
  expect(listsOf()).toEqual(new Array(100).fill(0))
  for (const condition of resolved) compileCondition(condition, true)
  expect(listsOf()).toEqual(new Array(100).fill(1))
})

test('a long list of networks finds what each of them would', () => {
  const networks = Array.from({ length: 40 }, (_, i) => `'10.${i}.0.0/16'`).join(', ')
  const { rules } = readRules(
    `title: T\nid: r\nlogsource: { product: p }\ndetection: { a: { ip|cidr: [${networks}, 'fe80::/10'] }, condition: a }`,
    'a.yml',
  )
  const { match } = createMatcher(rules, 'as-is')
  const holds = (ip: string | string[]) => match({ fields: { ip }, raw: '' }).length > 0
  expect(['10.0.0.1', '10.39.255.255', 'fe80::1', ['x', '::ffff:10.7.0.1']].map(holds)).not.toContain(false)
  expect(['10.40.0.0', '9.255.255.255', 'fec0::', 'x', ['x', '11.0.0.1']].map(holds)).not.toContain(true)
})
