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
    ...[
      '| timechart limit=3 span=5m count by event.outcome',
      '| timechart span=5m count limit=3 by event.outcome',
      '| timechart count by event.outcome span=5m limit=3',
      '| timechart LIMIT=3 count by event.outcome SPAN=5M',
    ].map((text): [string, readonly Pipe[]] => [
      text,
      [{ kind: 'timechart', seconds: 300, series: 3, aggregates: [count], by: 'event.outcome' }],
    ]),
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
      '| sort by -@timestamp, by.name',
      [
        {
          kind: 'sort',
          keys: [
            { column: '@timestamp', descending: true },
            { column: 'by.name', descending: false },
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

  it.each([
    ['c = 0', 'c:0'],
    ['count(a)!=100', 'not count(a):100'],
    ['COUNT(A) = 3', 'count(a):3'],
    ['b == "x y" and not c=(1 or 2)', 'b:"x y" and not c:(1 or 2)'],
  ])('%s behind a table is %s', (signs, colons) => {
    const table = '| stats count as c, count(a) by b | where '
    expect(pipesOf(table + signs)).toEqual(pipesOf(table + colons))
  })

  it('a=b before a table as the word it is', () => {
    expect(pipesOf('| where a=b')).toMatchObject([{ condition: { kind: 'words' } }])
  })

  it('columns in any case, each as it is named', () => {
    const text =
      '| stats count, dc(a) by USER.NAME | where Count > 1 user.name:* | sort -DC(A) | stats sum(COUNT)'
    const upper =
      '| stats count, dc(a) by USER.NAME | where count > 1 USER.NAME:* | sort -dc(a) | stats sum(count)'
    const [, ...pipes] = pipesOf(text)
    expect(pipes).toMatchObject([
      {},
      { keys: [{ column: 'dc(a)' }] },
      { aggregates: [{ name: 'sum', field: 'count', as: 'sum(COUNT)' }] },
    ])
    expect(pipes.slice(0, 2)).toEqual(pipesOf(upper).slice(1, 3))
    expect(pipesOf('| stats count as N, dc(a) as n | sort N, n')[1]).toMatchObject({
      keys: [{ column: 'N' }, { column: 'n' }],
    })
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
      ['22-23 Behind a table only columns are compared: Write a column before it, like count > 1'],
    ],
    [
      '| stats count by nightjar.parser | where much of it',
      ['41-51 Behind a table only columns are compared: Write a column before it, like count > 1'],
    ],
    ['| stats count | where count > abc', ['28-33 abc is not a number: Write it like count:>10']],
    ['| stats count | where COUNT = abc', ['30-33 abc is not a number: Write it like count:>10']],
    ['| stats dc(a) as n | where n:[1 TO x]', ['29-37 x is not a number: Write it like n:>10']],
    ['| top a | where percent:(1 or much)', ['30-34 much is not a number: Write it like percent:>10']],
    ['| stats count | where cuont = 3', ['22-27 There is no column cuont here: Did you mean count?']],
    ...['span=9999w', 'span=5x', 'span=0m'].map((option): [string, string[]] => [
      `| timechart ${option} count`,
      [`17-${12 + option.length} ${option} is wrong: Write span=5m, with s, m, h, d or w; ten years at most`],
    ]),
    ...['limit=0', 'limit=101', 'limit=x'].map((option): [string, string[]] => [
      `| timechart count by a ${option}`,
      [`29-${23 + option.length} ${option} is wrong: Write limit=10, from 1 to 100 series`],
    ]),
    ['| timechart span=1h count span=2h', ['26-33 There are two of span=: Leave one out']],
    ['| timechart count by a, b', ['20-25 At most one field may stand here']],
    [
      '| stats count limit=3 by a',
      ['14-15 This has no place here: Figures have one by, and timechart has span= and limit='],
    ],
    [
      '| top 3 user.name by host.name',
      ['18-20 top takes no by: List all fields, as in top user.name, host.name, or write stats count by'],
    ],
    [
      '| rare by host.name',
      ['7-9 rare takes no by: List all fields, as in rare user.name, host.name, or write stats count by'],
    ],
    ...['0', '-1', '10001', '99999999'].map((rows): [string, string[]] => [
      `| top ${rows} user.name`,
      [`6-${6 + rows.length} top ${rows} is out of bounds: Write top 10, from 1 to 10000`],
    ]),
    ['| top limit=3 user.name', ['6-12 top takes no limit=: Write top 3 user.name for three rows']],
    ['| top 5', ['7-7 A field is missing here: Write it like host.name']],
    ...['p0', 'p100', 'p101', 'p9.1234', 'P95.'].map((figure): [string, string[]] => [
      `| stats ${figure}(source.port)`,
      [
        `8-${21 + figure.length} ${figure} is no percentile: Write p95(source.port): above 0 and below 100, up to three decimals; the ends are min and max`,
      ],
    ]),
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
    ' limit=5 ',
    ' != ',
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
