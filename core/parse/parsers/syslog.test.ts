import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string, zoneMinutes = 0) => parseLine(line, 'syslog', { ...context, zoneMinutes })
const NOON = 1_773_144_000_000_000_000n

describe('syslog, RFC 3164', () => {
  it('reads priority, time, host, tag and message', () => {
    expect(read('<30>Mar 10 12:00:00 gw01 dnsmasq[812]: query [A]: x')).toEqual({
      parser: 'syslog@1',
      time: NOON,
      fields: {
        'event.dataset': 'syslog',
        'log.syslog.priority': 30,
        'log.syslog.facility.code': 3,
        'log.syslog.facility.name': 'system',
        'log.syslog.severity.code': 6,
        'log.syslog.severity.name': 'informational',
        'log.syslog.hostname': 'gw01',
        'log.syslog.appname': 'dnsmasq',
        'log.syslog.procid': '812',
        'host.name': 'gw01',
        'host.hostname': 'gw01',
        'process.name': 'dnsmasq',
        'process.pid': 812,
        message: 'query [A]: x',
      },
    })
  })

  it.each([
    ['no priority', 'Mar 10 12:00:00 gw01 a: b', { 'host.name': 'gw01', 'process.name': 'a', message: 'b' }],
    [
      'no tag',
      '<13>Mar 10 12:00:00 10.0.0.99 Use the BFG!',
      { 'host.ip': ['10.0.0.99'], message: 'Use the BFG!' },
    ],
    ['no host', 'Mar 10 12:00:00 app[7]: hello', { 'process.name': 'app', message: 'hello' }],
    [
      'two spaces for the host',
      'Mar 10 12:00:00  app[7]: hello',
      { 'process.name': 'app', message: 'hello' },
    ],
    ['only a priority', '<134>date=2026-03-10 devname="x"', { message: 'date=2026-03-10 devname="x"' }],
    [
      'a vendor message',
      '<134>Mar 10 12:00:00 fw01 %ASA-6-302013: Built',
      { message: '%ASA-6-302013: Built' },
    ],
    ['a path for a program', 'Mar 10 12:00:00 h /usr/sbin/app[7]: x', { 'process.name': 'app' }],
    [
      'a name with a space',
      'Mar 10 12:00:00 h Google Chrome[7]: x',
      { 'process.name': 'Google Chrome', message: 'x' },
    ],
    ['an ISO time', '2026-03-10T13:00:00+01:00 h app[7]: x', { 'host.name': 'h', message: 'x' }],
    ['a year', '<166>Mar 10 2026 12:00:00 fw01 : x', { 'host.name': 'fw01', message: 'x' }],
  ])('reads a line with %s', (_, line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'syslog@1', fields })
  })

  it.each([
    ['2026-03-11T00:00:00Z', 'Mar 10 12:00:00', '2026-03-10T12:00:00Z'],
    ['2026-01-01T00:10:00Z', 'Dec 31 23:59:59', '2025-12-31T23:59:59Z'],
    ['2025-12-31T23:59:00Z', 'Jan  1 00:00:30', '2026-01-01T00:00:30Z'],
    ['2026-03-11T00:00:00Z', 'Feb 29 12:00:00', '2024-02-29T12:00:00Z'],
    ['2026-03-11T00:00:00Z', 'Mar 20 12:00:00', '2025-03-20T12:00:00Z'],
  ])('received %s, %s is %s', (received, stamp, expected) => {
    const { time } = parseLine(`${stamp} h a: b`, 'auto', { received: Date.parse(received), zoneMinutes: 0 })
    expect(time).toBe(BigInt(Date.parse(expected)) * 1_000_000n)
  })

  it('reads times in the zone of the source, but for those that name their own', () => {
    expect(read('Mar 10 13:00:00 h a: b', 60).time).toBe(NOON)
    expect(read('2026-03-10T13:00:00 h a: b', 60).time).toBe(NOON)
    expect(read('2026-03-10T12:00:00Z h a: b', 60).time).toBe(NOON)
  })

  it.each([
    '<192>Mar 10 12:00:00 h a: b',
    '<>x',
    '<13',
    'March 10',
    'Mar 40',
    '2026-03-10T12:00:00 INFO [main] x',
  ])('does not read %s', (line) => {
    expect(read(line).parser).toBe('raw@1')
  })
})

describe('syslog, RFC 5424', () => {
  it('reads every header field and structured data', () => {
    expect(
      read(
        '<165>1 2026-03-10T12:00:00.123456Z web01 app 17 ID47 [a@1 x="1" y="q\\"\\]\\\\\\n"][b] \uFEFFhello',
      ),
    ).toEqual({
      parser: 'syslog@1',
      time: NOON + 123_456_000n,
      fields: {
        'event.dataset': 'syslog',
        'log.syslog.priority': 165,
        'log.syslog.facility.code': 20,
        'log.syslog.facility.name': 'local4',
        'log.syslog.severity.code': 5,
        'log.syslog.severity.name': 'notice',
        'log.syslog.version': '1',
        'log.syslog.msgid': 'ID47',
        'log.syslog.structured_data.a@1.x': '1',
        'log.syslog.structured_data.a@1.y': 'q"]\\\\n',
        'log.syslog.structured_data.b': '',
        'log.syslog.hostname': 'web01',
        'log.syslog.appname': 'app',
        'log.syslog.procid': '17',
        'host.name': 'web01',
        'host.hostname': 'web01',
        'process.name': 'app',
        'process.pid': 17,
        message: 'hello',
      },
    })
  })

  it('leaves nil values out, and keeps process ids that are no numbers', () => {
    const { time, fields } = read('<1>1 - - - worker-3 - -')
    expect(time).toBeUndefined()
    expect(fields).toMatchObject({ 'log.syslog.procid': 'worker-3' })
    expect(fields).not.toHaveProperty(['host.name'])
    expect(fields).not.toHaveProperty(['message'])
  })

  it('keeps a line with a priority that breaks the grammar as a message', () => {
    const { parser, fields } = read('<13>1 2026-03-10 h a - - - x')
    expect(parser).toBe('syslog@1')
    expect(fields).toMatchObject({ 'log.syslog.priority': 13, message: '1 2026-03-10 h a - - - x' })
    expect(fields).not.toHaveProperty(['log.syslog.version'])
  })
})
