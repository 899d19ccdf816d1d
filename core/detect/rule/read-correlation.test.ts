import { expect, test } from 'vitest'
import { readRules } from './read-rules.ts'

const document = (lines: string) => `title: C\nlevel: high\ncorrelation:\n${lines.replaceAll(/^/gm, '  ')}\n`

function read(lines: string) {
  const { correlations, errors, warnings } = readRules(document(lines), 'c.yml')
  return {
    correlation: correlations[0],
    errors: errors.map(({ line, column, message }) => `${line}:${column} ${message}`),
    warnings: warnings.map(({ message }) => message),
  }
}

test('reads a count of values with a range, groups and aliases', () => {
  const { correlation, errors, warnings } = read(
    [
      'type: value_count',
      'rules: [failed, locked]',
      'group-by: [host, who]',
      'timespan: 90m',
      'condition: { field: [user, domain], gt: 10, lte: 20 }',
      'aliases: { who: { failed: user.name, locked: user.target.name } }',
      'generate: true',
    ].join('\n'),
  )
  expect([errors, warnings]).toEqual([[], []])
  expect(correlation).toMatchObject({
    id: 'c.yml#0',
    title: 'C',
    level: 'high',
    type: 'value_count',
    rules: [
      { to: 'failed', line: 5, column: 11 },
      { to: 'locked', line: 5, column: 19 },
    ],
    groupBy: ['host', 'who'],
    timespan: 5_400,
    condition: {
      kind: 'limits',
      limits: [
        { than: 'gt', value: 10 },
        { than: 'lte', value: 20 },
      ],
      fields: ['user', 'domain'],
    },
    generate: true,
  })
  expect(correlation?.aliases.get('who')?.get('locked')).toBe('user.target.name')
})

test('temporal: all rules unless a condition says otherwise', () => {
  expect(read('type: temporal\nrules: [a, b]\ntimespan: 5m').correlation?.condition).toMatchObject({
    kind: 'limits',
    limits: [{ than: 'gte', value: 2 }],
  })
  expect(
    read('type: temporal_ordered\nrules: [a, b, c]\ntimespan: 1w\ncondition: (a OR b) and not c').correlation,
  ).toMatchObject({
    timespan: 604_800,
    condition: {
      kind: 'fired',
      of: {
        kind: 'all',
        of: [
          { kind: 'any', of: [{ rule: 'a' }, { rule: 'b' }] },
          { kind: 'not', of: { rule: 'c' } },
        ],
      },
    },
  })
})

test('the rules of an extended condition need no list', () => {
  expect(read('type: temporal\ntimespan: 5m\ncondition: a and b and a').correlation?.rules).toEqual([
    { to: 'a', line: 6, column: 14 },
    { to: 'b', line: 6, column: 20 },
  ])
})

test.each([
  ['type: bogus', "4:9 unknown type 'bogus'"],
  ['rules: [a]', '4:3 the correlation has no type'],
  ['type: event_count\ntimespan: 10x', "5:13 '10x' is no timespan"],
  ['type: event_count\ntimespan: 0s', "5:13 '0s' is no timespan"],
  ['type: event_count\ntimespan: 5m\ncondition: { gte: 2 }', '4:3 the correlation has no rules'],
  ['type: event_count\nrules: a\ncondition: { gte: two }', '6:21 gte takes a number'],
  ['type: event_count\nrules: a\ncondition: { about: 2 }', "6:16 unknown key 'about'"],
  ['type: event_count\nrules: a\ncondition: { gt: 1, gte: 2 }', '6:14 several limits that are no range'],
  ['type: event_count\nrules: a\ncondition: { gt: 9, lt: 2 }', '6:14 several limits that are no range'],
  ['type: event_count\nrules: a\ncondition: a and b', '6:14 a condition over rules in event_count'],
  ['type: event_count\nrules: a', '4:3 the correlation has no condition'],
  ['type: value_sum\nrules: a\ncondition: { gte: 2 }', '6:14 value_sum needs a field'],
  [
    'type: value_percentile\nrules: a\ncondition: { gte: 2, field: f, percentile: 101 }',
    '6:46 percentile takes',
  ],
  ['type: temporal\nrules: [a, b]\ncondition: a and c', "6:20 'c' is none of the correlation's rules"],
  ['type: temporal\nrules: [a, b]\ncondition: a', "6:14 the condition does not use the rule 'b'"],
  ['type: temporal\nrules: [a, b]\ngenerate: maybe', '6:13 generate takes true or false'],
])('refuses %s', (lines, error) => {
  const { correlation, errors } = read(lines)
  expect(correlation).toBeUndefined()
  expect(errors).toContainEqual(expect.stringContaining(error))
})

test('aliases that do not fit are warned of', () => {
  const { correlation, warnings } = read(
    'type: temporal\nrules: [a, b]\ntimespan: 5m\ngroup-by: host\naliases: { who: { a: x, c: y } }',
  )
  expect(correlation).toBeDefined()
  expect(warnings).toEqual([
    "the alias who says nothing for the rule 'b'",
    'the alias who is not used',
    "'c' is none of the correlation's rules",
  ])
})
