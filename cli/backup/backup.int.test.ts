import { appendFile, chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Event } from '#core/event/event'
import { eventId } from '#core/event/event-id'
import { uuidV7 } from '#core/event/uuid-v7'
import { createQueues } from '#core/queues/create-queues'
import { rawLogs } from '#core/queues/raw-logs'
import { raiseAlerts } from '#core/records/alerts/raise-alerts'
import { annotateEvent } from '#core/records/annotations/annotate-event'
import { createRecords } from '#core/records/create-records'
import { createIngestToken, resolveIngestToken } from '#core/records/ingest-tokens'
import { createOrganization } from '#core/records/organizations'
import { saveParser } from '#core/records/parsers/save-parser'
import { saveView } from '#core/records/saved-views/save-view'
import { createSource } from '#core/records/sources'
import { createTenant } from '#core/records/tenants'
import { createStore } from '#core/store/create-store'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { grantScope } from '#core/tenant/grant-scope'
import { payloadOf } from '../../e2e/testkit/payload-of.ts'
import { runVerb } from '../../e2e/testkit/run-verb.ts'
import { startClickHouse } from '../../embedded/start-clickhouse.ts'
import { startPostgres } from '../../embedded/start-postgres.ts'
import { migrateDatabases } from '../migrate-databases.ts'
import { backupVerb } from './backup.ts'
import { listTables, quoted } from './list-tables.ts'
import { restoreVerb } from './restore.ts'

const NOW = Date.now()
let folder: string
let secrets: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-backup-'))
  // As root, Postgres runs as another account, which has to get through.
  await chmod(folder, 0o711)
  secrets = await inHome('first', fill)
  await writeFile(join(folder, 'first', 'rules.yml'), 'folders: []\n')
})

beforeEach(() => void vi.stubEnv('NIGHTJAR_POSTGRES_URL', ''))
afterEach(() => void vi.unstubAllEnvs())
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Engines {
  ownerUrl: string
  appUrl: string
  clickhouse: { url: string; user: string; password: string; database: string }
}

async function inHome<T>(home: string, use: (engines: Engines) => Promise<T>): Promise<T> {
  const place = { home: join(folder, home) }
  const [postgres, clickhouse] = await Promise.all([startPostgres(place), startClickHouse(place)])
  try {
    return await use({ ...postgres, clickhouse: { ...clickhouse, database: 'nightjar' } })
  } finally {
    await Promise.all([postgres.stop(), clickhouse.stop()])
  }
}

/** Two tenants, each with one of everything. @returns the secrets of their ingest tokens */
async function fill({ ownerUrl, appUrl, clickhouse }: Engines): Promise<string[]> {
  await migrateDatabases({ postgresOwnerUrl: ownerUrl, postgresUrl: appUrl, clickhouse })
  const records = createRecords({ url: appUrl })
  const store = createStore(clickhouse)
  const queues = createQueues({ postgresUrl: appUrl })
  const { organizationId } = await createOrganization(records, 'Dunlin Watch')
  const made: string[] = []
  for (const slug of ['dunlin', 'knot']) {
    const { tenantId } = await createTenant(records, { organizationId, slug, name: slug, code: 'DU', hue: 1 })
    const scope = grantScope([tenantId])
    const { sourceId } = await createSource(records, scope, { tenantId, name: 'tab\tand \\N' })
    made.push((await createIngestToken(records, scope, { tenantId, sourceId, name: 'shipper' })).secret)
    await saveParser(records, scope, {
      ...{ owner: { tenantId }, name: 'door-lock', definition: 'a\n\tb\\', basedOn: 0, savedBy: uuidV7(NOW) },
    })
    await saveView(records, scope, {
      ...{ tenantId, kind: 'graph', name: 'tills', address: 'q=till', shared: true, savedBy: uuidV7(NOW) },
      places: [{ key: 'host:till-3', x: 1.5, y: -2 }],
    })
    const payloadId = uuidV7(NOW)
    const events = ['one', 'two\nlines', 'gone'].map((raw, position) =>
      eventWith({ tenantId, sourceId, payloadId, position, raw }),
    )
    await insertEvents(store, payloadId, events)
    const [first] = events as [Event]
    const { eventId: id } = first
    const note = { tenantId, event: first, kind: 'note', text: 'a\tb\\', by: uuidV7(NOW) } as const
    await annotateEvent(records, scope, note, 36_500)
    const entity = { site: '', kind: 'host', value: 'till-3' }
    const rule = { ruleId: 'r1', ruleTitle: 'Till opened', level: 'high', attack: ['T1078'] } as const
    await insertDetections(store, payloadId, [
      {
        ...{
          detectionId: uuidV7(NOW),
          tenantId,
          sourceId,
          payloadId,
          eventId: id,
          eventTime: 1n,
          received: NOW,
        },
        ...{ ...rule, entity, backfill: false, shadow: false, ruleSet: 'x' },
      },
    ])
    const seen = { count: 1, firstSeen: 1n, lastSeen: 1n }
    const group = { ...rule, ruleDescription: undefined, entity, backfill: false, ...seen }
    await raiseAlerts(records, scope, { payloadId, now: NOW, groups: [group] })
    const waiting = payloadOf([tenantId], NOW)
    await queues.payloads.put(waiting)
    await queues.add(rawLogs, { payloadId: waiting.payloadId }, { jobId: waiting.payloadId })
  }
  // A row that is deleted and not merged away yet is in the files of a part all the same.
  const { url, user, password, database } = clickhouse
  const client = createClient({ url, username: user, password, database })
  await client.command({ query: "DELETE FROM events WHERE raw = 'gone'" })
  await client.close()
  await Promise.all([records.close(), store.close(), queues.close()])
  return made
}

function eventWith(own: Pick<Event, 'tenantId' | 'sourceId' | 'payloadId' | 'position' | 'raw'>): Event {
  return {
    ...{ ...own, eventId: eventId(own.payloadId, own.position, NOW), site: '', received: NOW },
    ...{ time: BigInt(NOW) * 1_000_000n, parser: 'raw@1', backfill: false, fields: { message: own.raw } },
  }
}

/** Every row of both databases, as text. */
async function contentsOf({ ownerUrl, clickhouse }: Engines): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {}
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("SELECT set_config('nightjar.backup', 'on', false)")
  for (const { name } of await listTables(owner)) {
    const { rows } = await owner.query(
      `SELECT to_jsonb(t)::text AS row FROM ${quoted(owner, name)} t ORDER BY 1`,
    )
    contents[name] = rows
  }
  await owner.end()
  const { url, user, password, database } = clickhouse
  const client = createClient({ url, username: user, password, database })
  for (const [table, key] of Object.entries({ events: 'event_id', detections: 'detection_id' })) {
    const answer = await client.query({
      query: `SELECT * FROM ${table} ORDER BY ${key}`,
      format: 'JSONEachRow',
    })
    contents[table] = await answer.json()
  }
  await client.close()
  return contents
}

test('a backup restored into an empty home holds the same rows; tokens open, lines that waited wait', async () => {
  vi.stubEnv('NIGHTJAR_HOME', join(folder, 'first'))
  const backup = join(folder, 'backup')
  const made = await runVerb(backupVerb, ['--to', backup])
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(made.out).rows).toMatchObject({ events: 6, detections: 2 })

  vi.stubEnv('NIGHTJAR_HOME', join(folder, 'second'))
  expect(await runVerb(restoreVerb, ['--from', backup])).toMatchObject({ code: 0, err: '' })
  const before = await inHome('first', contentsOf)
  const after = await inHome('second', async (engines) => {
    const contents = await contentsOf(engines)
    // Later, for using a token is noted.
    const records = createRecords({ url: engines.appUrl })
    for (const secret of secrets)
      expect(await resolveIngestToken(records, secret)).toMatchObject({ sourceName: 'tab\tand \\N' })
    expect(await resolveIngestToken(records, 'nji_unknown')).toBeUndefined()
    await records.close()
    return contents
  })
  for (const table of ['public.alerts', 'public.parser_versions', 'queues.payload', 'events', 'detections'])
    expect(before[table]).not.toEqual([])
  // Alerts are asked for again: that job and its traces in the queue are new.
  const jobsAside = ([name]: [string, unknown]) => !name.startsWith('bullmq.')
  expect(Object.entries(after).filter(jobsAside)).toEqual(Object.entries(before).filter(jobsAside))
  expect(after['bullmq.job']).toEqual(expect.arrayContaining(before['bullmq.job'] as unknown[]))
  expect(await readFile(join(folder, 'second', 'rules.yml'), 'utf8')).toBe('folders: []\n')

  await expect(runVerb(restoreVerb, ['--from', backup])).rejects.toThrow('restore into an empty home')
  await rm(join(folder, 'second', 'credentials.json'))
  await rm(join(folder, 'second', 'rules.yml'))
  await expect(runVerb(restoreVerb, ['--from', backup])).rejects.toThrow('holds rows in')
  await expect(runVerb(backupVerb, ['--to', backup])).rejects.toThrow('is not empty')
})

test('a backup that was changed, is not finished or is newer is refused before anything is written', async () => {
  vi.stubEnv('NIGHTJAR_HOME', join(folder, 'first'))
  const backup = join(folder, 'changed')
  await runVerb(backupVerb, ['--to', backup])
  vi.stubEnv('NIGHTJAR_HOME', join(folder, 'third'))
  const refused = (why: string) => expect(runVerb(restoreVerb, ['--from', backup])).rejects.toThrow(why)

  const file = join(backup, 'postgres', 'public.tenants.copy.gz')
  const kept = await readFile(file)
  await appendFile(file, 'x')
  await refused('is damaged: postgres/public.tenants.copy.gz')
  await rm(file)
  await refused('is damaged: postgres/public.tenants.copy.gz')
  await writeFile(file, kept)

  const manifest = join(backup, 'manifest.json')
  const text = await readFile(manifest, 'utf8')
  const newer = JSON.parse(text)
  newer.clickhouse.migrations.push('999_from_tomorrow.sql')
  await writeFile(manifest, JSON.stringify(newer))
  await refused('A newer Nightjar wrote this backup (999_from_tomorrow.sql)')
  await rm(manifest)
  await refused('holds no finished backup')
  expect(await readdir(folder)).not.toContain('third')
})
