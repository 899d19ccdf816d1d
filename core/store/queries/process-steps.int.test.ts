import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshClickHouse } from '../../../e2e/testkit/fresh-clickhouse.ts'
import type { Event, Fields } from '../../event/event.ts'
import { grantScope } from '../../tenant/grant-scope.ts'
import { insertEvents } from '../insert-events.ts'
import { processSteps } from './process-steps.ts'

const ours = randomUUID()
const theirs = randomUUID()
const sourceId = randomUUID()
const SECOND = 1_000_000_000n
const start = BigInt(Date.UTC(2026, 4, 5)) * 1_000_000n
const range = { from: start, to: start + 3_600n * SECOND }

const sysmon = (entity: string, pid: number, more: Fields = {}): Fields => ({
  'event.category': ['process'],
  'event.type': ['start'],
  'process.entity_id': entity,
  'process.pid': pid,
  'process.parent.entity_id': `parent of ${entity}`,
  'process.executable': `C:\\${entity}.exe`,
  ...more,
})
const security = (code: string, pid: number): Fields => ({
  'event.provider': 'Microsoft-Windows-Security-Auditing',
  'event.code': code,
  'process.pid': pid,
  'process.parent.pid': 4,
})
const auditd = (action: string, more: Fields): Fields => ({
  'event.dataset': 'auditd.log',
  'event.action': action,
  'process.pid': 31,
  'process.parent.pid': 30,
  ...more,
})

const lines: readonly (readonly [name: string, host: string, fields: Fields])[] = [
  ['sysmon 1', 'WS-4', sysmon('A', 11)],
  ['sysmon 5', 'ws-4', { ...sysmon('A', 11), 'event.type': ['end'] }],
  ['security 4688', 'ws-4', security('4688', 12)],
  ['security 4689', 'ws-4', security('4689', 12)],
  ['security 4624', 'ws-4', security('4624', 12)],
  ['of another host', 'ws-5', sysmon('B', 11)],
  ['execve', 'web', auditd('executed', {})],
  [
    'execve by number',
    'web',
    auditd('syscall', { 'auditd.log.arch': 'c000003e', 'auditd.log.syscall': '59' }),
  ],
  ['failed', 'web', auditd('executed', { 'event.outcome': 'failure' })],
  ['another call', 'web', auditd('syscall', { 'auditd.log.arch': 'c00000b7', 'auditd.log.syscall': '59' })],
  [
    'sudo tells of itself',
    'web',
    auditd('ran-command', { 'event.category': ['process'], 'event.type': ['start'] }),
  ],
  ['of no host', '', security('4688', 13)],
]

const eventsOf = (tenantId: string) =>
  lines.map(([name, host, fields], position): Event => {
    const ids = { eventId: randomUUID(), tenantId, sourceId, site: 'hub', payloadId: randomUUID(), position }
    const time = start + BigInt(position) * SECOND
    const own = { received: Date.now(), time, raw: name, parser: 'test@1', backfill: false }
    return { ...ids, ...own, fields: host === '' ? fields : { ...fields, 'host.name': host } }
  })
const events = [...eventsOf(ours), ...eventsOf(theirs)]

let clickhouse: Awaited<ReturnType<typeof freshClickHouse>>
beforeAll(async () => {
  clickhouse = await freshClickHouse()
  await insertEvents(clickhouse.store, randomUUID(), events)
})
afterAll(() => clickhouse.drop())

async function namesOf(hostName: string | undefined, more: object = {}, tenantId = ours) {
  const wanted = {
    host: { site: 'hub', hostName, sourceId },
    range,
    at: start,
    before: 100,
    after: 100,
    ...more,
  }
  const { steps } = await processSteps(clickhouse.store, grantScope([tenantId]), wanted)
  const told = events.filter(({ eventId }) => steps.some((step) => step.eventId === eventId))
  expect(told.every((event) => event.tenantId === tenantId)).toBe(true)
  return told.map(({ raw }) => raw)
}

it('tells of starts and ends on one host of one tenant', async () => {
  const windows = ['sysmon 1', 'sysmon 5', 'security 4688', 'security 4689']
  expect(await namesOf('ws-4')).toEqual(windows)
  expect(await namesOf('WS-4', {}, theirs)).toEqual(windows)
  expect(await namesOf('web')).toEqual(['execve', 'execve by number'])
  expect(await namesOf(undefined)).toEqual(['of no host'])
  expect(await namesOf('ws-4', {}, randomUUID())).toEqual([])
  expect(await namesOf('ws-4', { host: { site: 'other', hostName: 'ws-4', sourceId } })).toEqual([])
})

it('reads those nearest to the moment, and those of one process', async () => {
  const at = start + 2n * SECOND
  expect(await namesOf('ws-4', { at, before: 1, after: 1 })).toEqual(['sysmon 5', 'security 4688'])
  expect(await namesOf('ws-4', { of: { entityId: undefined, pid: 12 } })).toEqual([
    'security 4688',
    'security 4689',
  ])
  expect(await namesOf('ws-4', { of: { entityId: 'A', pid: undefined } })).toEqual(['sysmon 1', 'sysmon 5'])
  expect(await namesOf('ws-4', { of: { entityId: undefined, pid: undefined } })).toEqual([])
})

it('gives what a tree is made of', async () => {
  const wanted = { host: { site: 'hub', hostName: 'ws-4', sourceId }, range, at: start, before: 0, after: 2 }
  const { steps, stats } = await processSteps(clickhouse.store, grantScope([ours]), wanted)
  expect(steps).toMatchObject([
    {
      ...{ kind: 'start', time: start, entityId: 'A', pid: 11, parentEntityId: 'parent of A' },
      ...{ parentPid: undefined, executable: 'C:\\A.exe' },
    },
    { kind: 'end', entityId: 'A' },
  ])
  expect(stats.rowsRead).toBeGreaterThan(0n)
})
