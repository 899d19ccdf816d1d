import { describe, expect, it } from 'vitest'
import { createParseLine } from '#core/parse/parse-line'
import type { SourceSettings } from '#core/parse/source-settings'
import { createParseStep } from './create-parse-step.ts'
import { Stopped } from './outcome.ts'

const parse = createParseStep(() => createParseLine())

function eventOf(line: string, settings?: SourceSettings) {
  const segment = {
    ...{ tenantId: 't', sourceId: 's', site: '', format: 'auto', zoneMinutes: 0, backfill: false, settings },
    ...{ received: Date.UTC(2026, 10, 1), records: [] },
  }
  const event = parse({
    payloadId: '018f0000-0000-7000-8000-00000000000a',
    position: 0,
    segment,
    bytes: Buffer.from(line),
  })
  if (event instanceof Stopped) throw new Error(event.reason)
  return { ...event, time: new Date(Number(event.time / 1_000_000n)).toISOString() }
}

describe('settings of a source', () => {
  const LOCAL = '<38>Jul 14 10:00:00 web01 sshd[1]: Accepted password for mira from 203.0.113.9 port 1 ssh2'

  it('name the zone of times without one, in summer and in winter', () => {
    expect(eventOf(LOCAL, { zone: 'Europe/Berlin' }).time).toBe('2026-07-14T08:00:00.000Z')
    expect(eventOf(LOCAL.replace('Jul', 'Jan'), { zone: 'Europe/Berlin' }).time).toBe(
      '2026-01-14T09:00:00.000Z',
    )
    expect(eventOf('{"time":"2026-07-14T10:00:00","msg":"x"}', { zone: 'Europe/Berlin' }).time).toBe(
      '2026-07-14T08:00:00.000Z',
    )
  })

  it('name the year of times without one', () => {
    expect(eventOf(LOCAL).time).toBe('2026-07-14T10:00:00.000Z')
    expect(eventOf(LOCAL, { year: 2019 }).time).toBe('2019-07-14T10:00:00.000Z')
  })

  it('give fields to events that lack them', () => {
    const { fields } = eventOf(LOCAL, { defaults: { 'host.name': 'other', 'host.type': 'bastion' } })
    expect(fields).toMatchObject({ 'host.name': 'web01', 'host.type': 'bastion' })
  })
})
