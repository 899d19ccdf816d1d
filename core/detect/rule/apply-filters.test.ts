import { expect, test } from 'vitest'
import { applyFilters } from './apply-filters.ts'
import { readRules } from './read-rules.ts'

const ID = '80969d4d-0666-444b-8aee-f3e77d7a83b1'
const rule = (name: string, logSource: string, id = ID) =>
  `title: R\nid: ${id}\nname: ${name}\nlogsource: { ${logSource} }\ndetection:\n  a: { x: 1 }\n  condition: a\n`
const filter = (rules: string, logSource: string, condition = 'not b') =>
  `title: F\nlogsource: { ${logSource} }\nfilter:\n  rules: ${rules}\n  b: { y: 2 }\n  condition: ${condition}\n`

/** How many conditions each rule has in the end, and what is warned of. */
function apply(...documents: string[]) {
  const { rules, filters, errors } = readRules(documents.join('---\n'), 'a.yml')
  expect(errors).toEqual([])
  const applied = applyFilters(rules, filters)
  return {
    counts: applied.rules.map(({ condition }) => (condition.kind === 'all' ? condition.of.length : 1)),
    warnings: applied.warnings.map(({ line, column, message }) => `${line}:${column} ${message}`),
  }
}

test.each([
  ['by id', ID, 'product: linux', 2],
  ['by name', '[r]', 'product: linux', 2],
  ['any', 'any', 'product: linux', 2],
  ['an empty list', '[]', 'product: linux', 2],
  ['with the same log source', 'any', 'product: linux, service: sshd', 2],
  ['twice over', `[r, ${ID}]`, 'product: linux', 2],
])('a filter concerns a rule %s', (_, rules, logSource, count) => {
  expect(apply(rule('r', 'product: linux, service: sshd'), filter(rules, logSource))).toEqual({
    counts: [count],
    warnings: [],
  })
})

test.each([
  ['[r]', 'product: linux, category: x', "12:11 the rule 'r' is not of the log source of this filter"],
  ['any', 'product: windows', '9:1 no rule is of the log source of this filter'],
  ['[other]', 'product: linux', "12:11 no rule has the id or name 'other'"],
])('rules: %s of %s concerns none, which is said', (rules, logSource, warning) => {
  expect(apply(rule('r', 'product: linux'), filter(rules, logSource))).toEqual({
    counts: [1],
    warnings: [warning],
  })
})

test('several filters all hold, and the condition is taken as written', () => {
  const documents = [
    rule('r', 'product: linux'),
    filter('any', 'product: linux'),
    filter('r', 'product: linux'),
  ]
  expect(apply(...documents).counts).toEqual([3])
  const { rules, filters } = readRules(documents.slice(0, 2).join('---\n'), 'a.yml')
  expect(applyFilters(rules, filters).rules[0]?.condition).toMatchObject({
    kind: 'all',
    of: [{ name: 'a' }, { kind: 'selection', of: { kind: 'not', of: { name: 'b' } } }],
  })
})

test('a filter without not is warned of', () => {
  const { warnings } = readRules(filter('any', 'product: linux', 'b'), 'a.yml')
  expect(warnings).toMatchObject([{ line: 6, column: 14, message: expect.stringContaining('without not') }])
})

test.each([
  ['no rules', filter('', 'product: linux'), /names no rules/],
  ['two conditions', filter('any', 'product: linux', '[not b, b]'), /one condition/],
  ['an unknown selection', filter('any', 'product: linux', 'not c'), /no selection is named 'c'/],
  ['no log source', filter('any', ''), /log source is empty/],
  ['a rule in the same document', `${rule('r', 'product: linux')}filter: {}\n`, /filter beside detection/],
])('refuses %s', (_, text, message) => {
  const { filters, errors } = readRules(text, 'a.yml')
  expect(filters).toEqual([])
  expect(errors.map((error) => error.message).join('\n')).toMatch(message)
})
