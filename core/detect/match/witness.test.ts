import { expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { readRules } from '../rule/read-rules.ts'
import { createMatcher } from './create-matcher.ts'

/** The matcher wakes few rules; explaining judges a rule with nothing left out. They must agree on everything. */
test('waking by witnesses loses no match and adds none', () => {
  const { below: next, pick } = createChance(20261123)
  const fields = ['A', 'B', 'C']
  const words = ['x', 'Y', 'x\\y', 'dir\\X', '/x/y', '', '5', 'xy']
  const item = () => {
    const field = pick(fields)
    return pick([
      () => `${field}: '${pick(words)}'`,
      () => `${field}: ['${pick(words)}', '${pick(words)}']`,
      () => `${field}|endswith: '${pick(words)}'`,
      () => `${field}|contains: '${pick(words)}'`,
      () => `${field}|cased: '${pick(words)}'`,
      () => `${field}: null`,
      () => `${field}|exists: ${pick(['true', 'false'])}`,
      () => `${field}|neq: '${pick(words)}'`,
      () => `${field}|gt: ${next(9)}`,
      () => `${field}|re: '${pick(['^x', 'y$', '[0-9]'])}'`,
      () => `${field}|fieldref: ${pick(fields)}`,
      () => `'|all': ['${pick(['x', 'y'])}', '5']`,
    ])()
  }
  const conditions = [
    'a',
    'not a',
    'a and b',
    'a or b',
    'a and not b',
    'not (a and b)',
    '1 of them',
    'not a or b',
  ]
  const texts = Array.from(
    { length: 250 },
    () =>
      `title: T\nlogsource: { product: p }\ndetection:\n  a: { ${item()} }\n  b: { ${item()} }\n  condition: ${pick(conditions)}`,
  )
  const { rules, errors } = readRules(texts.join('\n---\n'), 'a.yml')
  expect(errors).toEqual([])
  const matcher = createMatcher(rules, 'as-is')
  let matched = 0
  for (let i = 0; i < 100; i++) {
    const event: Record<string, string | number | null | string[]> = {}
    for (const field of fields) {
      const value = pick([
        undefined,
        null,
        5,
        7,
        [pick(words), pick(words)],
        pick(words),
        pick(words),
        pick(words),
      ])
      if (value !== undefined) event[field] = value
    }
    const input = { fields: event, raw: '' }
    const slow = rules.filter((rule) => matcher.explain(rule, input).matches)
    expect(matcher.match(input)).toEqual(slow)
    matched += slow.length
  }
  expect(matched).toBeGreaterThan(2_000)
})
