import { expect, test } from 'vitest'
import { checkCorrelations } from './check-correlations.ts'
import { readRules } from './read-rules.ts'

const rule = (name: string) =>
  `title: ${name}\nname: ${name}\nlogsource: { product: linux }\ndetection:\n  a: { x: 1 }\n  condition: a\n`
const correlation = (name: string, ...rules: string[]) =>
  `title: ${name}\nname: ${name}\ncorrelation:\n  type: temporal\n  timespan: 5m\n  rules: [${rules.join(', ')}]\n`

function check(...documents: string[]) {
  const { rules, correlations, errors } = readRules(documents.join('---\n'), 'c.yml')
  expect(errors).toEqual([])
  const checked = checkCorrelations(correlations, rules)
  return {
    sound: checked.correlations.map(({ name }) => name),
    errors: checked.errors.map(({ message }) => message),
  }
}

test('references are ids or names of rules and correlations, in any order', () => {
  expect(
    check(correlation('outer', 'inner', 'a'), correlation('inner', 'a', 'c.yml#3'), rule('a'), rule('b')),
  ).toEqual({ sound: ['outer', 'inner'], errors: [] })
})

test('an unknown reference is an error, and of those that build on it', () => {
  expect(check(rule('a'), correlation('outer', 'inner'), correlation('inner', 'a', 'nope'))).toEqual({
    sound: [],
    errors: ["no rule has the id or name 'nope'", "the correlation 'inner' has errors of its own"],
  })
})

test('a name that two rules have refers to neither', () => {
  expect(check(rule('a'), rule('a'), correlation('c', 'a'))).toEqual({
    sound: [],
    errors: ["2 rules are called 'a'"],
  })
})

test('circles are found, also long ones', () => {
  expect(check(correlation('a', 'b'), correlation('b', 'a'), rule('r'), correlation('c', 'r'))).toEqual({
    sound: ['c'],
    errors: ["'a' leads back to this correlation", "the correlation 'b' has errors of its own"],
  })
  const chain = Array.from({ length: 2_000 }, (_, i) => correlation(`c${i}`, `c${(i + 1) % 2_000}`))
  expect(check(...chain).errors[0]).toBe("'c0' leads back to this correlation")
})
