import { expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import { compileCondition } from './compile-condition.ts'
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
