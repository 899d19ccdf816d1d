import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Detection } from '../../event/detection.ts'
import type { Event, Fields } from '../../event/event.ts'
import { parsePipeline } from '../../search/parse-pipeline.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertDetections } from '../insert-detections.ts'
import { insertEvents } from '../insert-events.ts'
import { analyseEvents } from './analyse-events.ts'

const SECOND = 1_000_000_000n
const start = BigInt(Date.UTC(2026, 2, 18, 10)) * 1_000_000n
const range = { from: start, to: start + 3600n * SECOND }
const received = Date.now()
const [ours, theirs] = [randomUUID(), randomUUID()]

const FIELDS: Fields[] = [
  { 'user.name': 'root', 'source.bytes': 100, 'event.outcome': 'failure', tags: ['vpn', 'admin'] },
  { 'user.name': 'root', 'source.bytes': 300, 'event.outcome': 'failure', 'custom.size': '7' },
  { 'user.name': 'eve', 'source.bytes': 50, 'event.outcome': 'success', tags: ['vpn', 'vpn'] },
  { 'user.name': ['eve', 'bob'], 'source.bytes': 'much', 'custom.size': ['1', 'x', '2'] },
  { 'source.ip': '10.0.0.5', 'host.name': 'web', 'winlog.event_data.LogonType': '3' },
  { 'source.ip': 'unknown', 'host.name': 'web', 'event.code': '4624' },
]

function eventsOf(tenantId: string): Event[] {
  return FIELDS.map((fields, position) => ({
    eventId: randomUUID(),
    tenantId,
    sourceId: randomUUID(),
    site: '',
    payloadId: '018f0000-0000-7000-8000-000000000001',
    position,
    received,
    time: start + BigInt(position) * 120n * SECOND,
    raw: `line ${position}`,
    parser: 'json@1',
    backfill: false,
    fields,
  }))
}

/** Rule a finds what root did, rule b the first event. */
function detectionsOf({
  tenantId,
  sourceId,
  payloadId,
  eventId,
  time: eventTime,
  position,
}: Event): Detection[] {
  const rules = position === 0 ? ['a', 'b'] : position === 1 ? ['a'] : []
  return rules.map((rule) => ({
    ...{ detectionId: randomUUID(), tenantId, sourceId, payloadId, eventId, eventTime, received },
    ...{ ruleId: rule, ruleTitle: `Rule ${rule}`, level: 'high', attack: ['T1059.001', 'TA0002'] },
    ...{ entity: { site: '', kind: 'user', value: 'root' }, backfill: false, shadow: false, ruleSet: 'v1' },
  }))
}

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  const events = [...eventsOf(ours), ...eventsOf(theirs)]
  await insertEvents(clickhouse.store, randomUUID(), events)
  await insertDetections(clickhouse.store, randomUUID(), events.flatMap(detectionsOf))
})
afterAll(() => clickhouse.drop())

async function analyse(text: string, rows = 100) {
  const parsed = parsePipeline(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const { search, pipes } = parsed.pipeline
  return analyseEvents(clickhouse.store, grantScope([ours]), { range, search, now: range.to }, pipes, rows)
}

const minute = (count: number) => start + BigInt(count) * 60n * SECOND

describe('tables', () => {
  it.each<[string, unknown[][]]>([
    ['| stats count', [[6]]],
    ['user.name:root | stats count', [[2]]],
    ['missing:x | stats count, sum(source.bytes), max(source.bytes)', [[0, null, null]]],
    [
      '| stats count by user.name',
      [
        ['eve', 2],
        ['root', 2],
        [null, 2],
        ['bob', 1],
      ],
    ],
    [
      '| stats count by tags',
      [
        [null, 4],
        ['vpn', 2],
        ['admin', 1],
      ],
    ],
    [
      '| stats count by rule.name',
      [
        [null, 4],
        ['Rule a', 2],
        ['Rule b', 1],
      ],
    ],
    ['rule.id:b | top rule.level, threat.tactic.id', [['high', 'TA0002', 1, 100]]],
    [
      '| stats count by rule.id, user.name, source.bytes | where rule.id:*',
      [
        ['a', 'root', '100', 1],
        ['a', 'root', '300', 1],
        ['b', 'root', '100', 1],
      ],
    ],
    [
      'user.name:root | sort -rule.id | fields @timestamp, rule.name',
      [
        [start, ['Rule a', 'Rule b']],
        [minute(2), ['Rule a']],
      ],
    ],
    ['user.name:root | stats dc(rule.name), values(threat.technique.id)', [[2, ['T1059.001']]]],
    [
      'event.outcome:failure | timechart span=1h count by rule.id',
      [
        [start, 'a', 2],
        [start, 'b', 1],
      ],
    ],
    [
      '| stats count by source.ip, host.name | where host.name:web',
      [
        ['10.0.0.5', 'web', 1],
        ['unknown', 'web', 1],
      ],
    ],
    ['| stats count by source.ip | where source.ip >= 10.0.0.5 source.ip < 10.0.0.40', [['10.0.0.5', 1]]],
    [
      '| stats dc(user.name), count(user.name), values(user.name), sum(source.bytes), avg(source.bytes)',
      [[3, 4, ['bob', 'eve', 'root'], 450, 150]],
    ],
    [
      '| stats min(source.bytes), max(source.bytes), median(source.bytes), p99(custom.size), sum(custom.size)',
      [[50, 300, 100, 7, 10]],
    ],
    ['| stats sum(SOURCE.BYTES), count(User.Name), dc(EVENT.OUTCOME)', [[450, 4, 2]]],
    ['| stats min(@timestamp) as first, max(@timestamp) as last', [[start, minute(10)]]],
    [
      '| stats count by EventID, LogonType | where EventID:* or LogonType:*',
      [
        ['4624', null, 1],
        [null, '3', 1],
      ],
    ],
    [
      '| top 2 user.name',
      [
        ['eve', 2, 40],
        ['root', 2, 40],
      ],
    ],
    ['| rare 1 user.name', [['bob', 1, 20]]],
    ['| stats count by user.name | sort user.name | where count >= 2 and user.name:r*', [['root', 2]]],
    [
      '| stats count by user.name | where not user.name:* or count < 2 | sort count | fields count, user.name',
      [
        [1, 'bob'],
        [2, null],
      ],
    ],
    ['| stats count by user.name, host.name | stats max(count) as most, dc(user.name)', [[2, 3]]],
    ['| stats values(tags) as all by event.outcome | where all:adm* | fields - all', [['failure']]],
    [
      '| timechart span=5m count',
      [
        [minute(0), 3],
        [minute(5), 2],
        [minute(10), 1],
      ],
    ],
    [
      '| timechart span=1h count, dc(user.name) as users by event.outcome',
      [
        [start, 'failure', 2, 1],
        [start, 'success', 1, 1],
        [start, null, 3, 2],
      ],
    ],
    [
      'event.outcome:failure | timechart span=1h count by nightjar.received',
      [[start, new Date(received).toISOString(), 2]],
    ],
    [
      '| timechart span=1h limit=1 count, dc(user.name) as users by user.name',
      [
        [start, '(other)', 5, 3],
        [start, 'eve', 2, 2],
      ],
    ],
    ['| timechart count by user.name span=1h limit=1 | where count != 2', [[start, '(other)', 5]]],
    ['| stats count by user.name | where count = 1', [['bob', 1]]],
    ['| timechart span=5m count | where @timestamp < 2026-03-18T10:05 | stats sum(count)', [[3]]],
    [
      'user.name:root | fields user.name, tags, source.bytes | sort source.bytes',
      [
        [['root'], ['vpn', 'admin'], ['100']],
        [['root'], [], ['300']],
      ],
    ],
    [
      '_exists_:custom.size | fields @timestamp, custom.size',
      [
        [minute(6), ['1', 'x', '2']],
        [minute(2), ['7']],
      ],
    ],
    ['| where user.name:root | where source.bytes > 200 | stats count', [[1]]],
  ])('%s', async (text, rows) => {
    const analysis = await analyse(text)
    expect(analysis.rows).toEqual(rows)
    expect(analysis.truncated).toBe(false)
  })

  it('names and types of columns', async () => {
    const { columns, stats, intervalSeconds } = await analyse('| timechart count, values(tags) by host.name')
    expect(columns).toEqual([
      { name: '@timestamp', type: 'time' },
      { name: 'host.name', type: 'text' },
      { name: 'count', type: 'number' },
      { name: 'values(tags)', type: 'list' },
    ])
    expect(intervalSeconds).toBe(60)
    expect(stats.rowsRead).toBeGreaterThan(0n)
  })

  it.each([
    ['| timechart count', 900],
    ['| timechart span=1d count', 86_400],
  ])('points of the time there is events of: %s until 2100', async (text, seconds) => {
    const parsed = parsePipeline(text)
    const pipes = parsed.ok ? parsed.pipeline.pipes : []
    const wide = { from: start, to: BigInt(Date.UTC(2100, 0)) * 1_000_000n }
    const query = { range: wide, now: range.to }
    const analysis = await analyseEvents(clickhouse.store, grantScope([ours]), query, pipes, 10)
    expect(analysis.intervalSeconds).toBe(seconds)
    expect(analysis.rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(6)
  })

  it('no more rows than asked for, and says so', async () => {
    const analysis = await analyse('| stats count by user.name', 2)
    expect(analysis.rows).toHaveLength(2)
    expect(analysis.truncated).toBe(true)
  })

  it('the largest search there may be', async () => {
    const search = Array.from({ length: 75 }, () => 'Image:[abc TO xyz]').join(' or ')
    const figures = Array.from({ length: 20 }, (_, n) => `dc(Image) as c${n}`).join(', ')
    const by = 'User, EventID, CommandLine, tags, host.name'
    const analysis = await analyse(`not (${search}) | stats ${figures} by ${by}`)
    expect(analysis.rows.length).toBeGreaterThan(5)
    expect(parsePipeline(`${search} or Image:x`).ok).toBe(false)
  })

  it('refuses what has no answer', async () => {
    await expect(analyse('| timechart span=1s count')).resolves.toBeDefined()
    await expect(analyse('| stats sum(@timestamp)')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const parsed = parsePipeline('| timechart span=1s count')
    const wide = { range: { from: 0n, to: 2n ** 62n } }
    const pipes = parsed.ok ? parsed.pipeline.pipes : []
    await expect(analyseEvents(clickhouse.store, grantScope([ours]), wide, pipes, 10)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })
})

it('sees nothing of another tenant, whatever is asked', async () => {
  const nobody = grantScope([randomUUID()])
  for (const text of [
    '| stats count by user.name',
    '| top user.name',
    '| fields user.name',
    'not a:b | timechart count by tags',
  ]) {
    const parsed = parsePipeline(text)
    const pipes = parsed.ok ? parsed.pipeline.pipes : []
    expect((await analyseEvents(clickhouse.store, nobody, { range }, pipes, 10)).rows, text).toEqual([])
  }
})

it('tells tenants apart by their id, those of the scope alone', async () => {
  const parsed = parsePipeline('nightjar.tenant:* | stats count by nightjar.tenant')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const { search, pipes } = parsed.pipeline
  const asked = async (...tenantIds: string[]) => {
    const { rows } = await analyseEvents(
      clickhouse.store,
      grantScope(tenantIds),
      { range, search },
      pipes,
      10,
    )
    return rows.map(([tenantId, count]) => [tenantId, Number(count)]).sort()
  }
  expect(await asked(ours, theirs)).toEqual([ours, theirs].sort().map((tenantId) => [tenantId, 6]))
  expect(await asked(ours)).toEqual([[ours, 6]])
})
