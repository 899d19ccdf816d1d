import { expect, test } from 'vitest'
import { readRules } from '#core/detect/rule/read-rules'
import { judgeSpeed } from './judge-speed.ts'

test.each([
  ['{ EventID: 1 }', 'a', 'literal'],
  ["{ x|contains: 'abc' }", 'a', 'literal'],
  ["{ x|contains: 'ab' }", 'a', 'presence'],
  ["{ x|contains: '😀' }", 'a', 'literal'],
  ["{ x: 'ab*cde' }", 'a', 'literal'],
  ["{ x: '*' }", 'a', 'presence'],
  ["{ x|exists: true, y|re: '[a-z]+' }", 'a', 'presence'],
  ["{ y|re: '[a-z]{5}\\d+' }", 'a', 'regex'],
  ["{ y|re: '(?i)[a-z]+cmd\\.exe' }", 'a', 'literal'],
  ["[{ x|contains: abc }, { y|re: '^.{9}$' }]", 'a', 'regex'],
  ['{ x|contains: abc }', 'not a', 'nothing'],
  ['{ x: null }', 'a', 'nothing'],
  ['[some words]', 'a', 'literal'],
])('%s, %s: %s', (selection, condition, narrowing) => {
  const text = `title: T\nlogsource: { product: p }\ndetection:\n  a: ${selection}\n  condition: ${condition}\n`
  const { rules, errors } = readRules(text, 'a.yml')
  expect(errors).toEqual([])
  expect(rules.map((rule) => judgeSpeed(rule.condition))).toEqual([narrowing])
})
