import { expect, test } from 'vitest'
import type { Condition } from './condition.ts'
import { readRules } from './read-rules.ts'

const template = `action: global
title: From the template
id: 80969d4d-0666-444b-8aee-f3e77d7a83b1
level: high
logsource: { product: linux }
detection:
  condition: a
`
const rule = (value: string) => `title: Own\nlogsource: { service: sshd }\ndetection:\n  a: { x: ${value} }\n`
const values = (condition: Condition): unknown =>
  condition.kind === 'selection' ? values(condition.of) : condition.kind === 'test' && condition.test

test('a template overrides and completes the rules behind it until it is reset', () => {
  const { rules, errors } = readRules(
    [template, rule('1'), rule('2'), 'action: reset\n', `${rule('3')}  condition: a\n`].join('---\n'),
    'a.yml',
  )
  expect(errors).toEqual([])
  expect(
    rules.map(({ id, title, level, logSource, line }) => ({ id, title, level, logSource, line })),
  ).toEqual([
    {
      id: '80969d4d-0666-444b-8aee-f3e77d7a83b1',
      title: 'From the template',
      level: 'high',
      logSource: { product: 'linux', service: 'sshd' },
      line: 9,
    },
    {
      id: '80969d4d-0666-444b-8aee-f3e77d7a83b1#2',
      title: 'From the template',
      level: 'high',
      logSource: { product: 'linux', service: 'sshd' },
      line: 14,
    },
    { id: 'a.yml#4', title: 'Own', level: 'medium', logSource: { service: 'sshd' }, line: 21 },
  ])
  expect(rules.map(({ condition }) => values(condition))).toMatchObject([
    { pattern: ['1'] },
    { pattern: ['2'] },
    { pattern: ['3'] },
  ])
})

test('the text of a rule made from several documents reads as the same rule', () => {
  const { rules } = readRules([template, rule('1')].join('---\n'), 'a.yml')
  const again = readRules(rules[0]?.text ?? '', 'a.yml')
  expect(again.rules[0]?.condition).toEqual(rules[0]?.condition)
})

test('repeat changes the rule before, also one that is repeated', () => {
  const { rules, errors } = readRules(
    [
      `${rule('1')}  condition: a\n`,
      'action: repeat\ntitle: Second\n',
      'action: repeat\ndetection:\n  a: { y: 2 }\n',
    ].join('---\n'),
    'a.yml',
  )
  expect(errors).toEqual([])
  expect(rules.map(({ title }) => title)).toEqual(['Own', 'Second', 'Second'])
  expect(rules[2]?.condition).toMatchObject({ of: { kind: 'all', of: [{ kind: 'test' }, { kind: 'test' }] } })
})

test('what is wrong with a template is said once, where it stands', () => {
  const broken = template.replace('high', 'huge')
  const { rules, errors } = readRules([broken, rule('1'), rule('2')].join('---\n'), 'a.yml')
  expect(rules).toEqual([])
  expect(errors).toMatchObject([{ line: 4, message: "unknown level 'huge'" }])
})

test.each([
  ['action: invalid\n', "unknown action 'invalid'"],
  ['action: repeat\ntitle: T\n', 'nothing to repeat'],
  ['action: global\ntitle: T\nfilter: {}\n', 'actions are for rules'],
])('refuses %s', (text, message) => {
  expect(readRules(text, 'a.yml').errors).toMatchObject([{ line: 1, column: 9, message }])
})

test('a large template over many documents is bounded', () => {
  const large = `action: global\ndescription: ${'x'.repeat(1_000_000)}\n`
  const { rules, errors } = readRules([large, ...Array<string>(1_000).fill(rule('1'))].join('---\n'), 'a.yml')
  expect(rules).toEqual([])
  expect(errors.some(({ message }) => message.includes('make too much'))).toBe(true)
})

test('a template of many values over many documents is counted no longer than it takes to see that', () => {
  const values = Array.from({ length: 50_000 }, (_, n) => `v${n}`).join(', ')
  const large = `action: global\ndetection: { a: { f: [${values}] } }\n`
  const text = [large, ...Array<string>(50_000).fill('title: T\n')].join('---\n')
  const { rules, errors } = readRules(text, 'a.yml')
  expect(rules.length).toBeLessThan(50)
  expect(errors.some(({ message }) => message.includes('make too much'))).toBe(true)
})
