import { expect, test } from 'vitest'
import { readRules } from './read-rules.ts'

const rule = (detection: string, more = '') =>
  `title: T\nlogsource:\n  product: linux\n${more}detection:\n${detection}`

test('reads metadata', () => {
  const { rules, errors } = readRules(
    rule(
      '  a:\n    x: 1\n  condition: a\n',
      'id: 80969d4d-0666-444b-8aee-f3e77d7a83b1\nlevel: high\nstatus: test\nentity: user.name\ndate: 2026-11-23\ntags:\n  - attack.t1059.001\n  - attack.credential_access\n  - cve.2021-44228\n',
    ),
    'a.yml',
  )
  expect(errors).toEqual([])
  expect(rules[0]).toMatchObject({
    id: '80969d4d-0666-444b-8aee-f3e77d7a83b1',
    level: 'high',
    status: 'test',
    entityField: 'user.name',
    attack: ['T1059.001', 'TA0006'],
    logSource: { product: 'linux' },
  })
})

test('a rule without id is named by file and document, a level missing is medium', () => {
  const text = `${rule('  a:\n    x: 1\n  condition: a\n')}---\n${rule('  b:\n    x: 2\n  condition: b\n')}`
  const { rules } = readRules(text, 'linux/a.yml')
  expect(rules.map(({ id, level, line }) => [id, level, line])).toEqual([
    ['linux/a.yml#0', 'medium', 1],
    ['linux/a.yml#1', 'medium', 9],
  ])
})

test('reports all errors of a file at once, each with its place and how to mend it', () => {
  const { rules, errors } = readRules(
    rule(
      "  a:\n    x|foo: 1\n    y|gt: '5'\n    z|re: '(a'\n    ip|cidr: 10.0.0.1/8\n  b: {}\n  condition: a or c\n",
      'level: huge\n',
    ),
    'a.yml',
  )
  expect(rules).toEqual([])
  expect(errors.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    "4:8 unknown level 'huge'",
    "7:7 x|foo: unknown modifier 'foo'",
    '8:11 y|gt: gt takes a number',
    expect.stringContaining('9:11 z|re: not a regular expression'),
    '10:14 ip|cidr: 10.0.0.1/8 has bits set behind the prefix',
    '11:6 an empty selection',
    "12:19 no selection is named 'c'",
  ])
  expect(errors[4]?.mend).toBe('write 10.0.0.0/8')
  for (const { mend } of errors) expect(mend).not.toBe('')
})

test('an error in one document leaves the others', () => {
  const text = `${rule('  a: {}\n  condition: a\n')}---\n${rule('  b:\n    x: 2\n  condition: b\n')}`
  const { rules, errors } = readRules(text, 'a.yml')
  expect(rules.map(({ id }) => id)).toEqual(['a.yml#1'])
  expect(errors).toHaveLength(1)
})

test.each([
  ['broken YAML', 'title: [', /./],
  ['no rule', '# nothing\n', /no rule/],
  ['a list', '- a\n', /must be a map/],
  ['no log source', 'title: T\ndetection:\n  a: x\n  condition: a\n', /no log source/],
  ['an aggregation', rule('  a: x\n  condition: a | count() > 5\n'), /aggregations/],
  ['upper case', rule('  a: x\n  b: y\n  condition: a AND b\n'), /'AND' is not an operator/],
  ['a timeframe', rule('  a: x\n  timeframe: 5m\n  condition: a\n'), /timeframe/],
  ['a nested map', rule('  a:\n    x:\n      y: 1\n  condition: a\n'), /must be text, a number/],
  [
    'an entity that names nobody',
    rule('  a: x\n  condition: a\n', 'entity: url.path\n'),
    /not a field that names/,
  ],
])('refuses %s', (_, text, message) => {
  const { rules, errors } = readRules(text, 'a.yml')
  expect(rules).toEqual([])
  expect(errors.map((error) => error.message).join('\n')).toMatch(message)
})

test('aliases that unfold to too much are an error, not a hanging reader', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (let i = 1; i < 10; i++)
    bomb.push(
      `${'abcdefghij'.charAt(i)}: &${'abcdefghij'.charAt(i)} [${Array(10)
        .fill(`*${'abcdefghij'.charAt(i - 1)}`)
        .join(', ')}]`,
    )
  const { errors } = readRules(`${bomb.join('\n')}\n`, 'a.yml')
  expect(errors.some(({ message }) => message.includes('unfolds to too much'))).toBe(true)
})

test('placeholders become their values', () => {
  const text = rule("  a:\n    x|expand: '%admins%'\n  condition: a\n")
  expect(readRules(text, 'a.yml').errors[0]?.message).toContain('%admins%')
  expect(readRules(text, 'a.yml', { admins: ['root', 'adm_*'] }).rules[0]?.condition).toMatchObject({
    of: { kind: 'any', of: [{ test: { pattern: ['root'] } }, { test: { pattern: ['adm_', 0] } }] },
  })
})
