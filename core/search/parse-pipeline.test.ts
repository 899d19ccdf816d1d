import { describe, expect, it } from 'vitest'
import { parsePipeline } from './parse-pipeline.ts'
import type { Pipe } from './pipe.ts'

function pipesOf(text: string): readonly Pipe[] {
  const parsed = parsePipeline(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.pipeline.pipes
}

function errorsOf(text: string) {
  const parsed = parsePipeline(text)
  return parsed.ok
    ? []
    : parsed.errors.map(({ message, from, to, hint }) => `${from}-${to} ${message}${hint ? `: ${hint}` : ''}`)
}

const count = { name: 'count', as: 'count' } as const

describe('what it reads', () => {
  it.each<[string, readonly Pipe[]]>([
    ['root', []],
    ['| stats count', [{ kind: 'stats', aggregates: [count], by: [] }]],
    [
      'root | stats count, dc(user.name) as users p95(source.bytes) by host.name, tags',
      [
        {
          kind: 'stats',
          aggregates: [
            count,
            { name: 'dc', field: 'user.name', as: 'users' },
            { name: 'percentile', percent: 95, field: 'source.bytes', as: 'p95(source.bytes)' },
          ],
          by: ['host.name', 'tags'],
        },
      ],
    ],
    [
      '|timechart span=5m limit=3 count by event.outcome',
      [{ kind: 'timechart', seconds: 300, series: 3, aggregates: [count], by: 'event.outcome' }],
    ],
    ['| TIMECHART COUNT', [{ kind: 'timechart', series: 10, aggregates: [count] }]],
    ['| top 5 user.name, host.name', [{ kind: 'top', rows: 5, fields: ['user.name', 'host.name'] }]],
    ['| rare process.name', [{ kind: 'rare', rows: 10, fields: ['process.name'] }]],
    [
      '| fields user.name host.name | sort -@timestamp, user.name desc',
      [
        { kind: 'fields', columns: ['user.name', 'host.name'] },
        {
          kind: 'sort',
          keys: [
            { column: '@timestamp', descending: true },
            { column: 'user.name', descending: true },
          ],
        },
      ],
    ],
    [
      'a | where b:c or d | stats dc(x) by y | where dc(x) > 5 | fields - y',
      [
        {
          kind: 'where',
          condition: {
            kind: 'or',
            nodes: [
              { kind: 'is', field: 'b', pattern: [{ text: 'c' }] },
              { kind: 'words', pattern: [{ text: 'd' }] },
            ],
          },
        },
        { kind: 'stats', aggregates: [{ name: 'dc', field: 'x', as: 'dc(x)' }], by: ['y'] },
        {
          kind: 'where',
          condition: { kind: 'range', field: 'dc(x)', low: { value: '5', inclusive: false } },
        },
        { kind: 'fields', columns: ['dc(x)'] },
      ],
    ],
  ])('%s', (text, pipes) => {
    expect(pipesOf(text)).toEqual(pipes)
  })

  it('the search before the first pipe', () => {
    expect(parsePipeline('a:"x | y" | top b')).toMatchObject({
      ok: true,
      pipeline: { search: { kind: 'is', field: 'a', pattern: [{ text: 'x | y' }] } },
    })
  })
})

describe('what is wrong with it', () => {
  it.each([
    ['a | stat count', ['4-8 There is no command stat: Did you mean stats?']],
    [
      'a |',
      ['3-3 A command is missing behind |: Commands are stats, timechart, top, rare, sort, fields, where'],
    ],
    ['| stats cuont', ['8-13 There is no figure cuont: Did you mean count?']],
    ['| stats dc', ['8-10 dc needs a field: Write dc(source.bytes)']],
    ['| stats count by', ['16-16 A field is missing here: Write it like host.name']],
    ['| stats count, count', ['2-20 Two columns have the name count: Give one a name of its own with as']],
    ['| stats count | sort cuont', ['21-26 There is no column cuont here: Did you mean count?']],
    ['| stats count by a | where b:c', ['27-28 There is no column b here: The columns are a, count']],
    [
      '| stats count | where 5',
      ['22-23 Behind a table only columns are compared: Write a column before it, like count:1'],
    ],
    ['| timechart span=9999w count', ['12-22 span is too long: Ten years at most']],
    ['| timechart span=5x count', ['17-19 span is wrong: Write span=5m, with s, m, h, d or w']],
    [
      '| top a | timechart count',
      ['10-19 timechart needs events, here is a table: Write it before stats, top and rare'],
    ],
    ['| where', ['7-7 A condition is missing behind where']],
    [
      '(a | top b)',
      [
        '0-1 The bracket opened here is not closed: Add )',
        '10-11 A pipe is missing here: Commands begin with |',
      ],
    ],
    [
      '| stat a | sorted b',
      [
        '2-6 There is no command stat: Did you mean stats?',
        '11-17 There is no command sorted: Did you mean sort?',
      ],
    ],
    [`${'| where a '.repeat(11)}`, ['0-110 There are at most 10 commands']],
  ])('%s', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors)
  })
})

it('comes to an end on hostile text', () => {
  const bits = [
    '|',
    ' | ',
    'stats ',
    'count',
    ',',
    ' by ',
    'a',
    '(',
    ')',
    '"',
    'where ',
    'sort -',
    ' as ',
    '=',
    'p99(',
    'top 5 ',
    'span=',
    '\0',
    '||',
  ]
  let state = 7
  for (let round = 0; round < 3000; round++) {
    let text = ''
    for (let i = 0; i < 25; i++) {
      state = (state * 48_271) % 2_147_483_647
      text += bits[state % bits.length]
    }
    const parsed = parsePipeline(text)
    if (!parsed.ok)
      expect(
        parsed.errors.every(({ from, to }) => from >= 0 && from <= to && to <= text.length),
        text,
      ).toBe(true)
  }
})
