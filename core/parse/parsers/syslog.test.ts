import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser as json } from './json.ts'
import { parser } from './syslog.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
/** Without the products, whose parsers would read what the header leaves. */
const parseLine = createParseLine([parser, json])
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
      '<134>Mar 10 12:00:00 fw01 %xASA-6-302013: Built',
      { message: '%xASA-6-302013: Built' },
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
    expect(read(line).parser).not.toBe('syslog@1')
  })
})

describe('syslog, as devices and relays write it', () => {
  it.each([
    [
      'a counter, a host, a sequence, a clock that is not set',
      '<189>123: sw01: 000124: *Mar 10 12:00:00.000 UTC: %xSYS-5-RESTART: up',
      { 'host.name': 'sw01', 'event.sequence': 124, message: '%xSYS-5-RESTART: up' },
    ],
    [
      'a counter left out',
      '<190>: sw01: Mar 10 2026 13:00:00 CET: %xSYS-6-X: y',
      { 'host.name': 'sw01', message: '%xSYS-6-X: y' },
    ],
    [
      'the year first',
      '<187>sw01: 2026 Mar 10 12:00:00 UTC: %xEARL-3-X: y',
      { 'host.name': 'sw01', message: '%xEARL-3-X: y' },
    ],
    [
      'the time of a relay before that of the device',
      'Mar 10 12:00:09 10.0.0.9 4711: Mar 10 12:00:00.000: %xSEC-6-X: y',
      { 'host.ip': ['10.0.0.9'], 'event.sequence': 4711, message: '%xSEC-6-X: y' },
    ],
    [
      'both times, a host closed by a colon',
      '<189>Mar 10 12:00:09 sw01 : 2026 Mar 10 12:00:00.000 UTC: %xETH-5-X: y',
      { 'host.name': 'sw01', message: '%xETH-5-X: y' },
    ],
    [
      'a relay that repeats the header',
      '<13>Mar 10 12:00:09 relay Mar 10 12:00:00 web01 app[7]: x',
      { 'host.name': 'web01' },
    ],
    ['a time that a colon closes', '<166>:Mar 10 12:00:00 UTC: %xASA-6-1: x', { message: '%xASA-6-1: x' }],
    [
      "Meraki's epoch",
      '<134>1 1773144000.000000000 MX84 opened type=x',
      { 'host.name': 'MX84', 'log.syslog.priority': 134, message: 'opened type=x' },
    ],
    [
      'the length of a frame',
      '39 <13>Mar 10 12:00:00 web01 app[7]: hello',
      { 'host.name': 'web01', message: 'hello' },
    ],
    [
      'blanks behind PRI',
      '<13> Mar 10 12:00:00 web01 app: x',
      { 'host.name': 'web01', 'process.name': 'app' },
    ],
    [
      'a weekday',
      '<13>Tue Mar 10 12:00:00 2026 web01 app: x',
      { 'host.name': 'web01', 'process.name': 'app' },
    ],
    [
      'a level before the tag',
      '<13>Mar 10 12:00:00 lb01 notice mcpd[7]: x',
      { 'host.name': 'lb01', 'log.level': 'notice', 'process.name': 'mcpd' },
    ],
    [
      'a level for the host',
      '<13>Mar 10 12:00:00 INFO  uvm[0]:  x',
      { 'log.level': 'info', 'process.name': 'uvm', message: 'x' },
    ],
    [
      "BSD's priority behind the time",
      'Mar 10 12:00:00 <auth.info> bsd1 app[7]: x',
      { 'log.syslog.priority': 38, 'host.name': 'bsd1', 'process.name': 'app' },
    ],
    [
      'facility and level behind the host, by a template with ISO times',
      '2026-03-10T13:00:00+01:00 web01 authpriv.info app[7]: x',
      { 'log.syslog.priority': 86, 'host.name': 'web01', 'process.name': 'app', message: 'x' },
    ],
    [
      "the host before syslog-ng's relays",
      'Mar 10 12:00:00 s_net@web01/relay1 app[7]: x',
      { 'host.name': 'web01', 'log.syslog.hostname': 's_net@web01/relay1', 'process.name': 'app' },
    ],
    [
      "a host's address before its relay",
      '<13>Mar 10 12:00:00 10.0.0.7/relay1 app[7]: x',
      { 'host.ip': ['10.0.0.7'], 'log.syslog.hostname': '10.0.0.7/relay1' },
    ],
    [
      "Solaris' id of the message",
      'Mar 10 12:00:00 sun1 app[7]: [ID 800047 auth.info] x',
      { 'log.syslog.priority': 38, 'log.syslog.msgid': '800047', message: 'x' },
    ],
    [
      "UniFi's model, address and version",
      '<30>Mar 10 12:00:00 U7PG2,0000000000ab,v4.3.20.11298: app[7]: x',
      { 'host.name': 'U7PG2', 'host.mac': ['00-00-00-00-00-AB'], 'process.name': 'app' },
    ],
    [
      'no PRI before RFC 5424',
      '1 2026-03-10T12:00:00Z web01 app 7 - - x',
      { 'host.name': 'web01', 'process.pid': 7 },
    ],
    [
      "OpenWrt's facility and level",
      'Mar 10 12:00:00 gw01 daemon.info app[7]: x',
      { 'host.name': 'gw01', 'log.syslog.priority': 30, 'log.level': 'info', 'process.name': 'app' },
    ],
    [
      'an epoch',
      '<134>1773144000.000000000 MX84 events type=x',
      { 'host.name': 'MX84', message: 'events type=x' },
    ],
    [
      "macOS' time, as `log show --style syslog` has it",
      '2026-03-10 05:00:00.000000-0700  localhost app[7]: x',
      { 'host.name': 'localhost', 'process.name': 'app' },
    ],
    ['a tag in brackets', 'Mar 10 12:00:00 [app]: x', { 'process.name': 'app', message: 'x' }],
    [
      "launchd's job in the tag",
      'Mar 10 12:00:00 mac1 com.example.launchd[1] (com.example.agent[7]): x',
      { 'process.name': 'com.example.launchd', 'process.pid': 1, message: 'x' },
    ],
    [
      'a time said twice to be UTC',
      '<13>1 2026-03-10T12:00:00+00:00Z h1 app - - - x',
      { 'host.name': 'h1', message: 'x' },
    ],
  ])('reads %s', (_, line, fields) => {
    expect(read(line)).toMatchObject({ parser: 'syslog@1', time: NOON, fields })
  })

  it.each([
    ['<13>Mar 10 12:00:00 web01 {"level":"warn"}', 'web01', undefined],
    ['<13>Mar 10 12:00:00 web01 shop {"level":"warn"}', 'web01', 'shop'],
    ['<13>1 2026-03-10T12:00:00Z web01 {"level":"warn"}', 'web01', undefined],
    ['<13>1 2026-03-10T12:00:00Z web01 shop - - - {"level":"warn"}', 'web01', 'shop'],
    ['<13>{"level":"warn"}', undefined, undefined],
  ])('finds JSON in %s', (line, host, program) => {
    const { parser, fields } = read(line)
    expect([parser, fields['host.name'], fields['process.name']]).toEqual(['json@1', host, program])
  })

  it.each(['CEF:0|a|b|c|d|e|1|', 'LEEF:1.0|a|b|c|d|'])('hands on %s behind host or colon', (text) => {
    for (const head of [
      '<13>Mar 10 12:00:00 gw01 ',
      'Mar 10 12:00:00 gw01: ',
      '<13>1 2026-03-10T12:00:00Z gw01 ',
    ])
      expect(read(head + text).fields).toMatchObject({ 'host.name': 'gw01' })
    expect(read(`<13>Mar 10 12:00:00 gw01 app[7]: ${text}`).fields).toMatchObject({ 'process.name': 'app' })
  })

  it('keeps an uptime that is no time', () => {
    expect(read('<189>123: sw01: 2y10w: %xSYS-5-RESTART: up')).toMatchObject({
      time: undefined,
      fields: { 'host.name': 'sw01', message: '%xSYS-5-RESTART: up' },
    })
  })

  it.each(['<13>app: Mar 10 of the log: x', '<13>time 12: late', '<13>7: x'])(
    'makes no header of %s',
    (line) => {
      expect(read(line).fields).not.toHaveProperty(['host.name'])
    },
  )
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

  it('reads what nearly keeps to the grammar, without a version', () => {
    const read1 = read('<165>1 2026-03-10T12:00:00Z web01 app 17 ID47 [a x="1]" y= "2"][a z="3"] hello')
    expect(read1).toMatchObject({
      time: NOON,
      fields: {
        'host.name': 'web01',
        'process.pid': 17,
        'log.syslog.msgid': 'ID47',
        'log.syslog.structured_data.a.x': '1]',
        'log.syslog.structured_data.a.y': '2',
        'log.syslog.structured_data.a.z': '3',
        message: 'hello',
      },
    })
    expect(read1.fields).not.toHaveProperty(['log.syslog.version'])
  })

  it('reads lines that leave the structured data out', () => {
    expect(read('<40>1 2026-03-10T12:00:00Z host app web.3 - state changed').fields).toMatchObject({
      'process.name': 'app',
      'log.syslog.procid': 'web.3',
      message: 'state changed',
    })
  })

  it('hands on data in a syntax of its own', () => {
    expect(read('<134>1 2026-03-10T12:00:00Z gw01 fw 167 - [act:"drop"; n:"7"]').fields).toMatchObject({
      'host.name': 'gw01',
      'process.name': 'fw',
      message: '[act:"drop"; n:"7"]',
    })
  })

  it('gives data without a message to the parser of the program, and makes no message of them', () => {
    const { fields } = read('<14>1 2026-03-10T12:00:00Z fw01 flow - CLOSED [a@1 x="1"]')
    expect(fields).toMatchObject({ 'log.syslog.structured_data.a@1.x': '1', 'log.syslog.msgid': 'CLOSED' })
    expect(fields).not.toHaveProperty(['message'])
  })
})

describe('syslog, what stands around the host', () => {
  it('takes facility and level before it, and an address behind it', () => {
    expect(read('<189>Mar 10 12:00:00 user.info cms01 authp: anna came in').fields).toMatchObject({
      'host.name': 'cms01',
      'process.name': 'authp',
    })
    expect(read('<30>Mar 10 12:00:00 gm01 10.0.0.2 dhcpd[7]: hello').fields).toMatchObject({
      'host.name': 'gm01',
      'host.ip': ['10.0.0.2'],
      'process.name': 'dhcpd',
    })
  })

  it('takes an address for the message where no tag follows', () => {
    expect(read('<30>Mar 10 12:00:00 gm01 10.0.0.2 is up').fields.message).toBe('10.0.0.2 is up')
  })
})
