import { expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import { createMatcher } from './create-matcher.ts'

test.each([
  ['evilword', 0, 20_000],
  ['evilword', 2_000_000, 10],
  ['evl', 50, 3_000_000],
])('%s is found when the text before it had %i characters and its own has %i', (word, before, after) => {
  const { rules } = readRules(
    `title: T\nid: r\nlogsource: { category: c }\ndetection: { a: ["${word}"], condition: a }`,
    'a.yml',
  )
  const { match } = createMatcher(rules, 'as-is')
  expect(match({ fields: {}, raw: 'x'.repeat(before) })).toHaveLength(0)
  expect(match({ fields: {}, raw: `${'x'.repeat(after)} ${word}` })).toHaveLength(1)
})
