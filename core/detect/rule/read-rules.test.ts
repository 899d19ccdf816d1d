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

test('an empty document is no error', () => {
  const { rules, errors } = readRules(`---\n${rule('  a: x\n  condition: a\n')}---\n---\n`, 'a.yml')
  expect(errors).toEqual([])
  expect(rules.map(({ id, line }) => [id, line])).toEqual([['a.yml#0', 2]])
})

test.each([
  ['broken YAML', 'title: [', /./],
  ['no rule', '# nothing\n', /no rule/],
  ['a list', '- a\n', /must be a map/],
  ['no log source', 'title: T\ndetection:\n  a: x\n  condition: a\n', /no log source/],
  ['an aggregation without a pipe', rule('  a: x\n  condition: count(a) > 5\n'), /^aggregations/],
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

test('places are exact in quoted keys, block scalars and lists', () => {
  const { errors } = readRules(
    rule(
      [
        '  a:',
        "    'it''s|contains|foo': 1",
        '    "x|contains|re": b',
        '    n|gt:',
        '      - 1',
        "      - 'two'",
        '      - three',
        '  b: x',
        '  condition:',
        "    - 'a and  zzz'",
        '    - >-',
        '      b and',
        '      not yyy',
        '    - "\\x62 or www"',
        '',
      ].join('\n'),
    ),
    'a.yml',
  )
  expect(errors.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    "6:21 it's|contains|foo: unknown modifier 'foo'",
    '7:17 x|contains|re: re after contains',
    '10:9 n|gt: gt takes a number',
    '11:9 n|gt: gt takes a number',
    "14:15 no selection is named 'zzz'",
    "17:11 no selection is named 'yyy'",
    "18:16 no selection is named 'www'",
  ])
})

test.each([
  ['id: one', /no UUID/],
  ['date: 2026/11/23', /no ISO 8601 date/],
  ['taxonomy: ecs', /taxonomy ecs is not known/],
  ['tags: [Attack.T1059]', /not how a tag is written/],
])('warns of %s and reads the rule', (metadata, message) => {
  const { rules, errors, warnings } = readRules(rule('  a: x\n  condition: a\n', `${metadata}\n`), 'a.yml')
  expect(errors).toEqual([])
  expect(rules).toHaveLength(1)
  expect(warnings.map((warning) => warning.message).join('\n')).toMatch(message)
})

test.each([
  ['    x|all: 1', /all of a single value/],
  ['    x: [a, null]', /null in a list/],
  ['    x: yes', /YAML 1.1/],
  ['    x: 12:30', /YAML 1.1/],
  ['    x: 1_000', /YAML 1.1/],
])('warns of %s', (item, message) => {
  const { rules, warnings } = readRules(rule(`  a:\n${item}\n  condition: a\n`), 'a.yml')
  expect(rules).toHaveLength(1)
  expect(warnings.map((warning) => warning.message).join('\n')).toMatch(message)
})

test.each([
  ['x|contains|re: a', 'x|contains|re: re after contains'],
  ['x|i: a', 'x|i: |i without re'],
  ['x|re|cased: a', 'x|re|cased: cased after re'],
  ['x|cased|cidr: 10.0.0.0/8', 'x|cased|cidr: cased beside a modifier that knows no case'],
  ['x|re|base64: a', 'x|re|base64: base64 after re'],
  ['x|cidr|contains: 10.0.0.0/8', 'x|cidr|contains: contains after cidr'],
  ['x|gt|minute: 5', 'x|gt|minute: minute after gt'],
  ['x|exists|neq: true', 'x|exists|neq: exists goes with no other modifier'],
  ['x|neq|exists: true', 'x|neq|exists: exists after neq'],
  ['x|exists: [true, false]', 'x|exists: exists takes one value'],
  ['x|exists: yes', 'x|exists: exists takes true or false'],
  ["'|exists': true", '|exists: exists needs a field'],
  ["'|fieldref': y", '|fieldref: fieldref needs a field'],
  ['x|contains: null', 'x|contains: null takes no modifier but neq'],
  ['x|base64: a*b', 'x|base64: a value with wildcards cannot be encoded'],
  ['x|base64offset: a', 'x|base64offset: base64offset of less than two bytes fits anything'],
  ['x: "a\\ud800"', 'x: half of a surrogate pair'],
  ['x|re: "\\udc00"', 'x|re: half of a surrogate pair'],
  ['"\\ud83d": a', 'a field name with half of a surrogate pair'],
])('refuses %s', (item, message) => {
  const { errors } = readRules(rule(`  a:\n    ${item}\n  condition: a\n`), 'a.yml')
  expect(errors.map((error) => error.message)).toEqual([message])
})

test.each([
  ['x|neq: [1, null]', { kind: 'not', of: { kind: 'any' } }],
  ['x|contains: 12', { test: { pattern: [0, '12', 0] } }],
  ['x: 00123', { test: { pattern: ['00123'] } }],
  ['x|gte: 00123', { test: { op: 'compare', value: 123 } }],
  ['x: []', { test: { op: 'null' } }],
  ['x: on', { kind: 'any', of: [{ test: { pattern: ['on'] } }, { test: { pattern: ['true'] } }] }],
  ["x: 'on'", { test: { pattern: ['on'] } }],
  ['x|hour|gte: 22', { test: { op: 'time', part: 'hour', than: 'gte', value: 22 } }],
  ['x|fieldref|endswith|neq: y', { kind: 'not', of: { test: { op: 'fieldref', affix: 'endswith' } } }],
  ['x|re|ignorecase|dotall: a', { test: { op: 'regex', flags: 'is' } }],
  ['x: "\\ud83d\\ude00"', { test: { pattern: ['😀'] } }],
  ['x|base64: é', { test: { pattern: ['w6k='] } }],
  ["'|all': [a, b]", { kind: 'all', of: [{ test: { pattern: [0, 'a', 0] } }, { test: {} }] }],
])('reads %s', (item, condition) => {
  const { rules, errors } = readRules(rule(`  a:\n    ${item}\n  condition: a\n`), 'a.yml')
  expect(errors).toEqual([])
  expect(rules[0]?.condition).toMatchObject({ kind: 'selection', of: condition })
})

test('related rules, and those that are obsolete by it', () => {
  const related = (type: string) =>
    `name: n\nrelated:\n  - id: 80969d4d-0666-444b-8aee-f3e77d7a83b1\n    type: ${type}\n`
  const { rules } = readRules(rule('  a: x\n  condition: a\n', related('obsolete')), 'a.yml')
  expect(rules[0]).toMatchObject({ name: 'n', obsoletes: ['80969d4d-0666-444b-8aee-f3e77d7a83b1'] })
  expect(readRules(rule('  a: x\n  condition: a\n', related('friend')), 'a.yml').errors).toMatchObject([
    { line: 7, column: 11, message: "unknown relation 'friend'" },
  ])
})

test('an aggregation is an error that says how to write it today', () => {
  const { errors } = readRules(
    rule('  a: x\n  timeframe: 10m\n  condition: a | count(user) by host, ip >= 5\n'),
    'a.yml',
  )
  expect(errors.map(({ message }) => message)).toEqual([
    'timeframe is not part of a SIGMA rule any more',
    'aggregations are not part of SIGMA conditions any more',
  ])
  expect(errors[1]?.mend).toContain(
    'type: value_count, rules: [NAME], group-by: [host, ip], timespan: 10m, condition: { field: user, gte: 5 }',
  )
})

test.each([
  ['a key of many modifiers', `  a:\n    x${'|b'.repeat(200_000)}: 1\n  condition: a\n`],
  [
    'a long key over many wrong values',
    `  a:\n    ${'x'.repeat(500_000)}|gt:${'\n      - y'.repeat(20_000)}\n  condition: a\n`,
  ],
  ['a condition of unknown names', `  a: x\n  condition: ${'b or '.repeat(9_000)}a\n`],
  ['a long condition', `  a: x\n  condition: ${'b or '.repeat(200_000)}a\n`],
  [
    'selectors over many selections',
    `${Array.from({ length: 3_000 }, (_, i) => `  a${i}: x\n`).join('')}  condition: ${'1 of them or '.repeat(1_000)}a1\n`,
  ],
])('%s costs little', (_, detection) => {
  const { rules, errors } = readRules(rule(detection), 'a.yml')
  expect(rules).toEqual([])
  expect(errors.length).toBeGreaterThan(0)
  expect(JSON.stringify(errors).length).toBeLessThan(10_000_000)
})

test('placeholders become their values', () => {
  const text = rule("  a:\n    x|expand: '%admins%'\n  condition: a\n")
  expect(readRules(text, 'a.yml').errors[0]?.message).toContain('%admins%')
  expect(readRules(text, 'a.yml', { admins: ['a\ud800'] }).errors[0]?.message).toContain('surrogate')
  expect(readRules(text, 'a.yml', { admins: ['root', 'adm_*'] }).rules[0]?.condition).toMatchObject({
    of: { kind: 'any', of: [{ test: { pattern: ['root'] } }, { test: { pattern: ['adm_', 0] } }] },
  })
})

test('lists of placeholders that multiply are bounded in a value and in a rule', () => {
  const rule = (values: number, list: number) => {
    const placeholders = { a: Array.from({ length: list }, (_, n) => String(n)) }
    const items = Array<string>(values).fill("'%a%'").join(', ')
    const text = `title: T\nlogsource: { product: p }\ndetection:\n  s: { 'f|expand': [${items}] }\n  condition: s\n`
    return readRules(text, 'a.yml', placeholders).errors.map(({ message }) => message)
  }
  expect(rule(1, 9_000)).toEqual([])
  expect(rule(1, 100_000)).toEqual(['f|expand: placeholders expand to more than 10000 values'])
  const errors = rule(2_000, 9_000)
  expect(errors.length).toBeGreaterThan(1_000)
  expect(new Set(errors)).toEqual(new Set(['f|expand: the modifiers of this rule make too many values']))
})
