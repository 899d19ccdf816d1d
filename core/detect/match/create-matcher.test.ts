import { describe, expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { createMatcher } from './create-matcher.ts'
import type { Matcher, MatchInput, TenantRules } from './matcher.ts'

function rulesOf(...details: string[]) {
  const { rules, errors } = readRules(details.join('\n---\n'), 'a.yml')
  expect(errors).toEqual([])
  return rules
}

const rule = (source: string, selection: string) =>
  `title: T\nlogsource: ${source}\ndetection:\n  a:\n${selection.replace(/^/gm, '    ')}\n  condition: a`

const { families, errors } = readLogSources(
  `
product: windows
when:
  - winlog.channel: '*'
complete: { winlog.channel: '*', event.code: '*' }
prefixes: [winlog.event_data.]
fields:
  EventID: event.code
categories:
  process_creation:
    when:
      - { winlog.channel: Sysmon, event.code: '1' }
      - { winlog.channel: Security, event.code: '4688' }
    fields:
      Image: [winlog.event_data.Image, winlog.event_data.NewProcessName]
services:
  security:
    when: { winlog.channel: Security }
---
product: linux
when: { event.module: system }
services:
  sshd: { when: { process.name: sshd } }
  sudo: { when: { process.name: sudo } }
`,
  'sources.yml',
)

/** Where the rules that hold stand among all. */
function places(matcher: Matcher, event: MatchInput, tenant?: TenantRules): number[] {
  return matcher.match(event, tenant).map((rule) => matcher.rules.indexOf(rule))
}

function at(matcher: Matcher, place: number): SigmaRule {
  const rule = matcher.rules[place]
  if (!rule) throw new RangeError(`no rule ${place}`)
  return rule
}

describe('routing', () => {
  expect(errors).toEqual([])
  const matcher = createMatcher(
    rulesOf(
      rule('{ product: windows, category: process_creation }', "Image|endswith: '\\cmd.exe'"),
      rule('{ product: windows, service: security }', 'EventID: 4688'),
      rule('{ product: linux, service: sshd }', 'x: 1'),
      rule('{ product: linux, service: sudo }', 'x: 1'),
      rule('{ product: okta }', 'x: 1'),
      rule('{ category: process_creation }', "NewProcessName|contains: 'cmd'"),
    ),
    families,
  )
  const match = (fields: Record<string, string | number>) => places(matcher, { fields, raw: '' })
  const cmd = 'C:\\Windows\\System32\\cmd.exe'

  test('maps rule fields to those of our events, by channel and id', () => {
    const created = {
      'winlog.channel': 'Security',
      'event.code': '4688',
      'winlog.event_data.NewProcessName': cmd,
    }
    expect(match(created)).toEqual([0, 1, 5])
    expect(match({ ...created, 'event.code': '4689' })).toEqual([])
    expect(match({ 'winlog.channel': 'Sysmon', 'event.code': 1, 'winlog.event_data.Image': cmd })).toEqual([
      0,
    ])
  })

  test('a source that is known excludes the others', () => {
    expect(match({ 'event.module': 'system', 'process.name': 'sshd', x: 1 })).toEqual([2])
    expect(match({ 'winlog.channel': 'Application', 'event.code': '3', x: 1 })).toEqual([])
  })

  test('an event that does not tell its source meets every rule that could apply', () => {
    expect(match({ x: 1 })).toEqual([2, 3, 4])
    expect(match({ Image: cmd })).toEqual([0])
    expect(match({ 'event.module': 'system', x: '1' })).toEqual([2, 3])
  })

  test('says when a rule was not met for its source', () => {
    const event = { fields: { 'winlog.channel': 'Security', 'event.code': '1102', x: 1 }, raw: '' }
    expect(matcher.explain(at(matcher, 4), event)).toMatchObject({
      routed: false,
      matches: false,
      condition: { holds: true },
    })
  })
})

describe('tenants', () => {
  const all = rulesOf(
    ...Array.from({ length: 70 }, (_, i) =>
      rule('{ product: windows, service: security }', `x: [${i % 2}, 'all']`).replace(
        'T\n',
        `T\nid: r${i}\n`,
      ),
    ),
  )
  const matcher = createMatcher(all, families)
  const security = { 'winlog.channel': 'Security', 'event.code': '1' }
  const ids = (x: string | number, tenant?: TenantRules, fields = {}) =>
    matcher
      .match({ fields: { ...security, x, ...fields }, raw: '' }, tenant)
      .map(({ id, title }) => `${id} ${title}`)

  test('have rules off', () => {
    const tenant = matcher.overlay({ off: ['r0', 'r31', 'r32', 'r69', 'unknown'] })
    expect(ids('all')).toHaveLength(70)
    expect(ids('all', tenant)).toHaveLength(66)
    expect(ids(0, tenant)).not.toContain('r0 T')
    expect(ids(1, tenant)).toContain('r1 T')
  })

  test.each([5, 300])('have %i rules of their own, and other ones in place of ours', (count) => {
    const own = rulesOf(
      ...Array.from({ length: count }, (_, i) =>
        rule('{ product: windows, service: security }', `- x: 'own ${i} of them'\n- x: all\n- y: 1`).replace(
          'T\n',
          `Own\nid: own${i}\n`,
        ),
      ),
      rule('{ product: windows, service: security }', 'x: all').replace('T\n', 'Other\nid: r7\n'),
      rule('{ product: linux, service: sshd }', 'x: all').replace('T\n', 'Linux\nid: linux\n'),
    )
    const tenant = matcher.overlay({ own })
    const other = matcher.overlay({ off: ['r1'] })
    const found = ids('all', tenant)
    expect(found).toHaveLength(70 + count)
    expect(found).toContain('r7 Other')
    expect(found).not.toContain('r7 T')
    expect(found).not.toContain('linux Linux')
    expect(ids(`OWN ${count - 1} of them`, tenant)).toEqual([`own${count - 1} Own`])
    expect(ids(`own ${count - 1} of them`, other)).toEqual([])
    expect(ids(`own ${count - 1} of them`)).toEqual([])
    expect(ids('none', tenant, { y: 1 })).toHaveLength(count)
    expect(ids('all', other)).toHaveLength(69)
  })
})

describe('keywords', () => {
  const matcher = createMatcher(
    rulesOf(rule('{ product: p }', "- 'user NOT in sudoers'\n- 'a?c*e'")),
    'as-is',
  )

  test('are sought in the line, and in the values of JSON but not in its names', () => {
    expect(places(matcher, { fields: {}, raw: 'bob : USER not IN sudoers ; TTY' })).toEqual([0])
    expect(
      places(matcher, { fields: { m: 'user NOT in sudoers' }, raw: '{"m":"user NOT in sudoers"}' }),
    ).toEqual([0])
    expect(places(matcher, { fields: { k: 'x' }, raw: '{"user NOT in sudoers":"x"}' })).toEqual([])
    expect(places(matcher, { fields: {}, raw: 'xx abcde yy' })).toEqual([0])
  })

  test('do not find words that only we put there', () => {
    const event = { fields: { 'event.category': 'user NOT in sudoers', m: 'x' }, raw: '{}' }
    expect(places(matcher, event)).toEqual([])
  })
})

describe('explaining', () => {
  const text = `title: T
logsource: { product: windows }
detection:
  program:
    Image|endswith: '\\powershell.exe'
    CommandLine|contains|all: [' -enc ', hidden]
  filter:
    User|startswith: 'SYSTEM'
  words: [secret]
  condition: (program or words) and not filter`
  const matcher = createMatcher(rulesOf(text), families)

  test('gives each test its truth, its field and the value it saw', () => {
    const fields = {
      'winlog.channel': 'Sysmon',
      'event.code': '1',
      'winlog.event_data.Image': 'C:\\PS\\PowerShell.exe',
      'winlog.event_data.CommandLine': 'powershell -enc AAAA',
      'winlog.event_data.Note': 'a secret here',
    }
    const { matches, condition } = matcher.explain(at(matcher, 0), {
      fields,
      raw: '{"Note":"a secret here"}',
    })
    expect(matches).toBe(true)
    const flat = JSON.stringify(condition)
    expect(flat).toContain('"holds":false,"test":"CommandLine|contains: \'hidden\'"')
    expect(condition).toMatchObject({
      kind: 'all',
      of: [
        {
          kind: 'any',
          of: [
            {
              kind: 'selection',
              name: 'program',
              holds: false,
              of: [
                {
                  of: [
                    {
                      test: "Image|endswith: '\\powershell.exe'",
                      field: 'winlog.event_data.Image',
                      value: 'C:\\PS\\PowerShell.exe',
                      holds: true,
                    },
                    { kind: 'all', holds: false },
                  ],
                },
              ],
            },
            { name: 'words', holds: true, of: [{ test: "'secret'", value: 'a secret here' }] },
          ],
        },
        { kind: 'not', holds: true, of: [{ name: 'filter', holds: false }] },
      ],
    })
  })

  test('a field that the event lacks has no value', () => {
    const { condition } = matcher.explain(at(matcher, 0), { fields: {}, raw: '' })
    expect(JSON.stringify(condition)).not.toContain('"field"')
  })
})

describe('what a sender makes to be slow', () => {
  const matcher = createMatcher(
    rulesOf(
      rule('{ product: p }', "x|re: '(a+)+$'"),
      rule('{ product: p }', "x: '*a*a*a*a*a*a*a*b'"),
      rule('{ product: p }', 'x|gte: 5'),
      rule('{ product: p }', 'x|fieldref: y'),
      rule('{ product: p }', 'x|fieldref|contains: y'),
      rule('{ product: p }', 'x|fieldref|endswith: y'),
    ),
    'as-is',
  )
  const match = (x: string | string[], y: string | string[] = 'none') =>
    places(matcher, { fields: { x, y }, raw: '' })

  test('patterns', () => {
    expect(match(`${'a'.repeat(20_000)}!`)).toEqual([])
  })

  test('numbers', () => {
    expect(match(`${'1'.repeat(4_000_000)}x`)).toEqual([])
    expect(match('7.5e0 ')).toEqual([2])
    for (const none of ['', '.', '5.', '+.5', '1e', '0x10', '1'.repeat(65)])
      expect(match(none).includes(2)).toBe(none === '5.')
  })

  test('a field sought in another', () => {
    const n = 1_000_000
    const y = `${'c'.repeat(50)}d${'c'.repeat(n)}`
    const x = `!${y.slice(1)}`.repeat(3)
    expect(match(x, y)).toEqual([])
    expect(match(`${x}${y}!`, y)).toEqual([4])
    expect(match(`${x}${y}`, y)).toEqual([4, 5])
  })

  test('a list sought in another', () => {
    const list = (name: string) => Array.from({ length: 1_000_000 }, (_, i) => `${name}${i}`)
    expect(match(list('p'), list('q'))).toEqual([])
    expect(match(['p', 'q'], ['r', 'q'])).toEqual([3, 4, 5])
    expect(match(['p', 'quit'], ['r', 'q'])).toEqual([4])
  })

  test('a long list in a field that tells the log source', () => {
    const many = createMatcher(
      rulesOf(
        ...Array.from({ length: 1_000 }, () => rule('{ product: windows, service: security }', 'x: 1')),
      ),
      families,
    )
    const channels = Array.from({ length: 1_000_000 }, (_, i) => `channel ${i}`)
    const found = (names: string[]) =>
      places(many, { fields: { 'winlog.channel': names, 'event.code': '9', x: 1 }, raw: '' })
    expect(found(channels)).toEqual([])
    expect(found([...channels, 'Security'])).toHaveLength(1_000)
  })
})
