import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Event, Fields } from '#core/event/event'
import { createParseLine } from '#core/parse/parse-line'
import { ensureSource } from '#core/records/sources'
import { insertDetections } from '#core/store/insert-detections'
import { insertEvents } from '#core/store/insert-events'
import { type GraphqlWorld, graphqlWorld } from '../../../e2e/testkit/graphql-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const EVENT_ID = '0190a000-0000-7000-8000-000000000001'
const RECEIVED = Date.UTC(2026, 2, 11)
/** The same at both tenants; `ü` so that bytes and characters differ. */
const RAW =
  '<38>Mar 10 12:00:00 bastion sshd[22]: Failed password for invalid user jürgen from 203.0.113.9 port 22 ssh2'

const RULES = `title: Password refused
id: refused
level: high
tags: [attack.t1110]
logsource: { product: linux, service: sshd }
detection:
  login: { event.outcome: failure, user.name: [root, jürgen], user.domain: corp }
  condition: login
---
title: Refused anywhere
id: anywhere
level: low
logsource: { service: sshd }
detection: { words: [refused, 'invalid user'], condition: words }
---
title: Shell started
id: shell
logsource: { product: windows, category: process_creation }
detection: { a: { Image: cmd.exe }, condition: a }
`
const OURS = `title: Our own secret
id: secret
logsource: { service: sshd }
detection: { a: { user.name: jürgen }, condition: a }
`

let home: string
let world: GraphqlWorld
let tokens: Record<'ours' | 'theirs', string>
const ids = { ours: '', theirs: '' }

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(home, file)), { recursive: true })
  await writeFile(join(home, file), text)
}

async function fill(whose: 'ours' | 'theirs'): Promise<void> {
  const { tenantId } = world[whose]
  const scope = whose === 'ours' ? world.ourScope : world.theirScope
  const { sourceId } = await ensureSource(world.records, scope, { tenantId, name: 'ssh' })
  const payloadId = crypto.randomUUID()
  const read = createParseLine()(RAW, 'auto', { received: RECEIVED, zoneMinutes: 0 })
  const time = read.time ?? 0n
  const fields: Fields = {
    ...read.fields,
    'event.category': ['authentication'],
    'source.geo.country_iso_code': 'NL',
    'related.ip': ['203.0.113.9'],
    'nightjar.suspected_by': ['rule'],
    'whose.name': whose,
  }
  const event: Event = {
    ...{ eventId: EVENT_ID, tenantId, sourceId, site: '', payloadId, position: 0, received: RECEIVED },
    ...{ time, raw: RAW, parser: read.parser, backfill: false, fields },
  }
  await insertEvents(world.store, payloadId, [event])
  await insertDetections(world.store, payloadId, [
    {
      ...{ detectionId: crypto.randomUUID(), tenantId, sourceId, payloadId, eventId: EVENT_ID },
      ...{ eventTime: time, received: RECEIVED, backfill: false, level: 'low', shadow: false },
      ...{ ruleId: 'anywhere', ruleTitle: 'Refused anywhere', attack: [], ruleSet: 'v1' },
      entity: { site: '', kind: 'user', value: 'jürgen' },
    },
  ])
  ids[whose] = encodeGlobalId({ type: 'Event', tenantId, id: EVENT_ID, time })
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'nightjar-why-'))
  await put('all/rules.yml', RULES)
  await put('ours/own.yml', OURS)
  await put('rules.yml', 'folders: [{ path: all }]\ntenants: { ours: { rules: ours, off: [shell] } }')
  world = await graphqlWorld({ folders: [], file: join(home, 'rules.yml') })
  await Promise.all([fill('ours'), fill('theirs')])
  const [ours, theirs] = await Promise.all([world.token('ours'), world.token('theirs')])
  tokens = { ours, theirs }
})
afterAll(async () => {
  await world.close()
  await rm(home, { recursive: true, force: true })
})

const RULES_FOR = `query($id: ID!, $text: String, $first: Int) { rulesForEvent(id: $id, text: $text, first: $first) {
  total rules { ruleId mode reason fired fits level } } }`
const EXPLAIN = `query($id: ID!, $rule: ID!) { ruleExplanation(eventId: $id, ruleId: $rule) {
  rule { ruleId fired mode reason } matches knownAs logSource { key value fits } rowsLeft
  rows { depth kind verdict holds name modifiers needsAll wanted { text holds } wantedCount field found foundCount } } }`
const ORIGINS = `query($id: ID!) { eventOrigins(id: $id) {
  parser isComplete fields { field kind parser bytes { start end } } } }`

const rulesFor = async (whose: 'ours' | 'theirs', variables = {}) =>
  (await world.ask(tokens[whose], RULES_FOR, { id: ids[whose], ...variables })).data as {
    rulesForEvent: {
      total: number
      rules: { ruleId: string; mode: string; reason: string; fired: boolean; fits: boolean }[]
    }
  }

it('lists what fired, what fits, then the rest; of each tenant its own and everybody’s', async () => {
  const { rulesForEvent: ours } = await rulesFor('ours')
  expect(ours.rules.map(({ ruleId, fired, fits, mode }) => [ruleId, fired, fits, mode])).toEqual([
    ['anywhere', true, true, 'on'],
    ['refused', false, true, 'on'],
    ['secret', false, true, 'on'],
    ['shell', false, false, 'off'],
  ])
  expect(ours.rules[3]?.reason).toContain("tenant's settings switch it off")
  const { rulesForEvent: theirs } = await rulesFor('theirs')
  expect(theirs.rules.map(({ ruleId, mode }) => `${ruleId} ${mode}`)).toEqual([
    'anywhere on',
    'refused on',
    'shell on',
  ])
})

it('finds rules by words, a few at a time', async () => {
  const { rulesForEvent } = await rulesFor('ours', { text: 't1110 password' })
  expect(rulesForEvent).toMatchObject({ total: 1, rules: [{ ruleId: 'refused' }] })
  expect((await rulesFor('ours', { first: 2 })).rulesForEvent).toMatchObject({ total: 4, rules: [{}, {}] })
  expect((await rulesFor('theirs', { text: 'secret' })).rulesForEvent).toEqual({ total: 0, rules: [] })
})

it('says of each leaf whether it holds, does not, or has no field to look at', async () => {
  const { data } = await world.ask(tokens.ours, EXPLAIN, { id: ids.ours, rule: 'refused' })
  expect(data).toMatchObject({
    ruleExplanation: {
      rule: { fired: false, mode: 'on' },
      matches: false,
      logSource: [
        { key: 'product', value: 'linux', fits: true },
        { key: 'service', value: 'sshd', fits: true },
      ],
      rowsLeft: 0,
      rows: [
        { kind: 'selection', name: 'login', verdict: 'unmet' },
        { kind: 'all', depth: 1 },
        { kind: 'test', name: 'event.outcome', verdict: 'met', found: ['failure'] },
        {
          ...{ kind: 'test', name: 'user.name', verdict: 'met', wantedCount: 2, needsAll: false },
          wanted: [
            { text: "'jürgen'", holds: true },
            { text: "'root'", holds: false },
          ],
        },
        { kind: 'test', name: 'user.domain', verdict: 'missing', field: null, found: [] },
      ],
    },
  })
  const shell = await world.ask(tokens.theirs, EXPLAIN, { id: ids.theirs, rule: 'shell' })
  expect(shell.data).toMatchObject({
    ruleExplanation: {
      matches: false,
      logSource: [
        { key: 'product', value: 'windows', fits: false },
        { key: 'category', value: 'process_creation', fits: false },
      ],
      knownAs: expect.arrayContaining(['linux / sshd']),
    },
  })
})

it('points at the bytes of each field, and names the stage of all others', async () => {
  const { data } = await world.ask(tokens.ours, ORIGINS, { id: ids.ours })
  const { eventOrigins } = data as {
    eventOrigins: {
      parser: string
      isComplete: boolean
      fields: { field: string; kind: string; parser: string; bytes: { start: number; end: number }[] }[]
    }
  }
  expect(eventOrigins).toMatchObject({ parser: expect.stringMatching(/^sshd@/), isComplete: true })
  const line = Buffer.from(RAW)
  const told = (name: string) => {
    const found = eventOrigins.fields.find(({ field }) => field === name)
    return [
      found?.kind,
      ...(found?.bytes ?? []).map(({ start, end }) => `${start} ${line.subarray(start, end)}`),
    ]
  }
  expect(told('host.name')).toEqual(['line', '20 bastion'])
  expect(told('process.pid')).toEqual(['line', '33 22'])
  expect(told('user.name')).toEqual(['line', '71 jürgen'])
  expect(told('source.port')).toEqual(['line', `${line.lastIndexOf('22')} 22`])
  expect(told('@timestamp')).toEqual(['computed', '4 Mar 10 12:00:00'])
  expect(told('event.category')).toEqual(['category'])
  expect(told('related.ip')).toEqual(['enrichment'])
  expect(told('source.geo.country_iso_code')).toEqual(['enrichment'])
  expect(told('nightjar.suspected_by')).toEqual(['pipeline'])
  expect(told('whose.name')).toEqual(['unknown'])
})

it('knows no event and no rule of another tenant', async () => {
  for (const [query, name] of [
    [RULES_FOR, 'rulesForEvent'],
    [EXPLAIN, 'ruleExplanation'],
    [ORIGINS, 'eventOrigins'],
  ] as const) {
    const answer = await world.ask(tokens.theirs, query, { id: ids.ours, rule: 'anywhere' })
    expect([answer.errors, answer.data]).toEqual([undefined, { [name]: null }])
    expect(
      (await world.ask(undefined, query, { id: ids.ours, rule: 'anywhere' })).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED')
  }
  const foreign = await world.ask(tokens.theirs, EXPLAIN, { id: ids.theirs, rule: 'secret' })
  expect(foreign.data).toEqual({ ruleExplanation: null })
  const own = await world.ask(tokens.ours, EXPLAIN, { id: ids.ours, rule: 'secret' })
  expect(own.data).toMatchObject({ ruleExplanation: { matches: true } })
})
