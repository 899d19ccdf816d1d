import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { JsonObject } from '../parser.ts'
import type { EvtxRecord } from './evtx-record.ts'
import { readEvtx } from './read-evtx.ts'

/** Event logs as Windows wrote them, and what other decoders make of them, where they lie beside the checkout. */
const LOGS = '../shared/logs'
const found = existsSync(join(LOGS, 'evtx'))
const missing = `${LOGS}/evtx is not there`

// biome-ignore lint/suspicious/noExplicitAny: other people's JSON, looked into at many depths
type Json = any

const ndjson = (file: string): Json[] =>
  gunzipSync(readFileSync(join(LOGS, file)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const files = (folder: string): string[] =>
  readdirSync(join(LOGS, 'evtx', folder))
    .filter((file) => file.endsWith('.evtx'))
    .map((file) => join(LOGS, 'evtx', folder, file))

/** All records of a file, which must have none but good bytes. */
function read(file: string): EvtxRecord[] {
  const chunks = [...readEvtx(readFileSync(file))]
  expect(chunks.flatMap(({ problems }) => problems)).toEqual([])
  return chunks.flatMap(({ records }) => records)
}

/**
 * The second decoder writes everything as text: GUIDs in braces, hexadecimal padded to its size, times with nine
 * digits, line ends as XML has them, no control characters; it leaves empty values out or makes them null.
 */
function normal(value: unknown): string {
  const text = String(value ?? '').replace(/\r(?=\n)|(?![\t\n\r])\p{Cc}/gu, '')
  const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(text)?.[1]
  const time = /^(\d{4}-\d\d-\d\dT[\d:]{8}\.\d{7})(?:00)?Z$/.exec(text)?.[1]
  if (guid !== undefined) return guid.toUpperCase()
  if (/^0x[0-9a-f]+$/i.test(text)) return `0x${BigInt(text).toString(16)}`
  return time ?? text
}

/** Leaves by path, attributes beside elements, unnamed data counted as the second decoder does: param1, param2. */
function leaves(value: Json, path = '', into: Record<string, string> = {}): Record<string, string> {
  const isList = path.endsWith('.Data') && value?.['#text'] !== undefined
  if (isList) {
    for (const [index, item] of [value['#text']].flat().entries()) {
      leaves(item, `${path.slice(0, -4)}param${index + 1}`, into)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, child] of Object.entries(value)) {
      if (name === '#attributes') leaves(child, path, into)
      else leaves(child, name === '#text' ? path : `${path}.${name}`, into)
    }
  } else if (normal(value) !== '') into[path] = normal(value)
  return into
}

/** Attributes that the second decoder leaves out. */
const OMITTED = /^\.(EventData\.Name|System\.EventID\.Qualifiers|UserData\..*xmlns.*)$/

function expectSame(ours: EvtxRecord, theirs: JsonObject): number {
  const { System, EventData, UserData } = ours.event.Event as JsonObject
  const own = Object.entries(leaves({ System, EventData, UserData })).filter(([path]) => !OMITTED.test(path))
  const { System: system, EventData: eventData, UserData: userData } = theirs
  expect(Object.fromEntries(own)).toEqual(
    leaves({ System: system, EventData: eventData, UserData: userData }),
  )
  return own.length
}

test('attack samples: each value is what the second decoder reads', (context) => {
  if (!found) context.skip(missing)
  let records = 0
  let values = 0
  for (const file of files('attack-samples')) {
    const ours = read(file)
    const theirs = ndjson(`evtx/attack-samples/${basename(file)}.libevtx.ndjson.gz`)
    expect(ours.length, file).toBe(theirs.length)
    for (const [index, record] of ours.entries()) values += expectSame(record, theirs[index])
    records += ours.length
  }
  context.annotate(`attack samples: ${records} records, ${values} values the same`)
  expect(records).toBeGreaterThan(600)
})

test('winlogbeat samples: each value is what the second decoder reads', (context) => {
  if (!found) context.skip(missing)
  let values = 0
  const byId = new Map<string, EvtxRecord>()
  for (const file of files('winlogbeat')) {
    for (const record of read(file)) {
      const { System } = record.event.Event as Json
      byId.set(`${basename(file)} ${System.EventRecordID}`, record)
    }
  }
  const cases = ndjson('cases/winlogbeat-evtx.ndjson.gz')
  for (const { evtx, decoded } of cases) {
    const record = byId.get(`${basename(evtx)} ${decoded.System.EventRecordID}`)
    expect(record, evtx).toBeDefined()
    if (record) values += expectSame(record, decoded)
  }
  context.annotate(`winlogbeat: ${cases.length} records, ${values} values the same`)
})

/** evtx_dump cuts times to microseconds and white space from the ends of texts; we keep both. */
function cut(value: Json): Json {
  if (typeof value === 'string') {
    return value.replace(/^(\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6})\d*Z$/, '$1Z').trim()
  }
  if (Array.isArray(value)) return value.map(cut)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, cut(child)]))
}

/** Somebody changed a letter in the JSON afterwards: the file holds no such text. */
const EDITED = new Set(['ad691d92-15f2-4181-9aa4-723c74f9ddc3'])

test("SIGMA's regression samples: the same JSON that evtx_dump writes", (context) => {
  if (!found) context.skip(missing)
  let records = 0
  for (const { evtx_path, events_json } of ndjson('cases/sigma-regression.ndjson.gz')) {
    const ours = read(join(LOGS, 'evtx/sigma-regression', basename(evtx_path)))
    if (EDITED.has(basename(evtx_path, '.evtx'))) continue
    expect(
      ours.map(({ event }) => cut(event)),
      evtx_path,
    ).toEqual(events_json.map(cut))
    records += ours.length
  }
  context.annotate(`SIGMA regression: ${records} records the same`)
  expect(records).toBeGreaterThan(100)
})

/** Deterministic noise, so that a failure repeats. */
function createNoise(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Some bytes changed, a stretch copied elsewhere, and perhaps the end cut off. */
function damage(bytes: Buffer, noise: (below: number) => number): Buffer {
  const damaged = Buffer.from(bytes)
  const used = damaged.readUInt32LE(4_096 + 48)
  for (let count = noise(60); count >= 0; count--) damaged[4_096 + noise(used)] = noise(256)
  const from = 4_096 + 512 + noise(used - 512)
  if (noise(2) === 0) damaged.copy(damaged, 4_096 + 512 + noise(used - 512), from, from + noise(2_000))
  return noise(5) === 0 ? damaged.subarray(0, 4_096 + noise(used)) : damaged
}

test('damaged samples never throw, and what the damage left is read', (context) => {
  if (!found) context.skip(missing)
  const noise = createNoise(3)
  let records = 0
  let problems = 0
  for (const file of files('attack-samples')) {
    const bytes = readFileSync(file)
    for (let round = 0; round < 10; round++) {
      for (const chunk of readEvtx(damage(bytes, noise))) {
        JSON.stringify(chunk.records.map(({ event }) => event))
        records += chunk.records.length
        problems += chunk.problems.length
      }
    }
  }
  context.annotate(`damaged: ${records} records, ${problems} problems`)
  expect(problems).toBeGreaterThan(1_000)
  expect(records).toBeGreaterThan(2_000)
})
