import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import type { Event } from '#core/event/event'
import type { Payload } from '#core/queues/payload'
import { type Arrival, arrivalsOf } from './arrival.ts'
import { eventOf, textOf } from './event-of.ts'
import { drop, type Outcome } from './outcome.ts'
import { inChunks, startPipeline } from './run-pipeline.ts'
import { createStageClock } from './stage-clock.ts'

const PAYLOAD_ID = '01939c6e-0000-7000-8000-000000000001'

function payloadOf(...segments: (string | Buffer)[][]): Payload {
  return {
    payloadId: PAYLOAD_ID,
    segments: segments.map((lines, index) => ({
      ...{
        tenantId: `tenant ${index}`,
        sourceId: `source ${index}`,
        site: '',
        format: 'auto',
        zoneMinutes: 0,
      },
      ...{ backfill: index === 1, received: 1_800_000_000_000 },
      records: lines.map((line) => Buffer.from(line)),
    })),
  }
}

/** Drops `drop`, breaks at `bug`. */
function parse(arrival: Arrival): Outcome<Event> {
  const raw = textOf(arrival.bytes)
  if (raw === 'drop') return drop('blank')
  if (raw === 'bug') throw new TypeError('no such thing')
  return eventOf(arrival, raw, { parser: 'test@1', time: 7n, fields: { message: raw } })
}

const replay = inChunks(
  startPipeline(createStageClock(new Registry()))
    .pipe('parse', parse)
    .pipe('detect', (event) => ({ event, detections: [] })),
)
const pipeline = (payload: Payload) => replay(arrivalsOf(payload))

describe('the pipeline', () => {
  it('makes an event of every record, its place counted over all segments', async () => {
    const { events } = await pipeline(payloadOf(['a', 'b'], ['c']))
    expect(
      events.map(({ tenantId, raw, position, backfill }) => [tenantId, raw, position, backfill]),
    ).toEqual([
      ['tenant 0', 'a', 0, false],
      ['tenant 0', 'b', 1, false],
      ['tenant 1', 'c', 2, true],
    ])
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(3)
  })

  it('makes the same events of the same payload', async () => {
    const payload = payloadOf(['a', 'drop', 'bug', 'b'])
    expect(await pipeline(payload)).toEqual(await pipeline(payload))
  })

  it('counts what is dropped and keeps the place of what follows', async () => {
    const { events, dropped } = await pipeline(payloadOf(['drop', 'a', 'drop']))
    expect(dropped).toEqual(new Map([['blank', 2]]))
    expect(events.map(({ position }) => position)).toEqual([1])
  })

  it('keeps a record that breaks a step as it came, marked, without harm to the others', async () => {
    const { events, dead } = await pipeline(payloadOf(['a', 'bug', 'b']))
    expect(dead).toEqual(new Map([['parse failed: no such thing', 1]]))
    expect(events.map(({ raw, parser }) => [raw, parser])).toEqual([
      ['a', 'test@1'],
      ['bug', 'raw@1'],
      ['b', 'test@1'],
    ])
    expect(events[1]?.fields).toEqual({
      message: 'bug',
      'event.kind': 'pipeline_error',
      'error.message': 'parse failed: no such thing',
    })
    expect(events[1]?.time).toBe(1_800_000_000_000_000_000n)
  })

  it('takes large payloads whole', async () => {
    const lines = Array.from({ length: 2_345 }, (_, n) => `line ${n}`)
    const { events } = await pipeline(payloadOf(lines))
    expect(events.map(({ raw }) => raw)).toEqual(lines)
  })

  it.each([
    ['many records', Array.from({ length: 10_000 }, () => 'x'), 2_000],
    ['large records', Array.from({ length: 40 }, () => 'x'.repeat(400_000)), 2],
    ['records of megabytes', Array.from({ length: 4 }, () => 'x'.repeat(3_000_000)), 1],
  ])('lets others work between some of %s', async (_, lines, most) => {
    let turn = 0
    const recordsByTurn = new Map<number, number>()
    const watched = inChunks(
      startPipeline(createStageClock(new Registry()))
        .pipe('parse', (arrival) => {
          recordsByTurn.set(turn, (recordsByTurn.get(turn) ?? 0) + 1)
          return parse(arrival)
        })
        .pipe('detect', (event) => ({ event, detections: [] })),
    )
    const other = () => {
      turn++
      next = setImmediate(other)
    }
    let next = setImmediate(other)
    const { events } = await watched(arrivalsOf(payloadOf(lines)))
    clearImmediate(next)
    const atOnce = Math.max(...recordsByTurn.values())
    expect(events.map(({ position }) => position)).toEqual(lines.map((_line, index) => index))
    expect(atOnce).toBe(most)
  })
})

describe('the text of a record', () => {
  it('is UTF-8 where that fits, else a character per byte', () => {
    expect(textOf(Buffer.from('Zürich \u{1f512}'))).toBe('Zürich \u{1f512}')
    expect(textOf(Buffer.from('Z\xfcrich', 'latin1'))).toBe('Zürich')
  })
})
