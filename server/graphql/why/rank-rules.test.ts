import { expect, test } from 'vitest'
import { readRules } from '#core/detect/rule/read-rules'
import { type RankedRule, rankRules } from './rank-rules.ts'

function ruleOf(title: string, of: Partial<RankedRule> = {}): RankedRule {
  const [rule] = readRules(
    `{ title: ${title}, id: ${title}-id, tags: [attack.t1110], logsource: { product: p }, detection: { a: [x], condition: a } }`,
    'r.yml',
  ).rules
  if (!rule) throw new Error('The rule does not load')
  return { rule, mode: 'on', level: 'medium', reason: '', fired: false, fits: true, ...of }
}

const rules = [
  ruleOf('Other', { fits: false, level: 'critical' }),
  ruleOf('Quiet', { mode: 'off', level: 'critical' }),
  ruleOf('Fits'),
  ruleOf('Grave', { level: 'high' }),
  ruleOf('Fired', { fired: true, level: 'low' }),
]
const titles = (text: string) => rankRules(rules, text).map(({ rule }) => rule.title)

test('what fired comes first, then what fits, the gravest first, then what is off, then the rest', () => {
  expect(titles('')).toEqual(['Fired', 'Grave', 'Fits', 'Quiet', 'Other'])
})

test('words are sought in title, id and tags, all of them', () => {
  expect(titles('T1110 grave')).toEqual(['Grave'])
  expect(titles('quiet-id')).toEqual(['Quiet'])
  expect(titles('(')).toEqual([])
})
