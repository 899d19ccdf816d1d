import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { readMadeParser } from './read-made-parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }

function parserOf(text: string) {
  const { parser, errors } = readMadeParser(text)
  if (!parser) throw new Error(JSON.stringify(errors))
  return parser
}

const read = (text: string, line: string, format = 'auto') =>
  createParseLine([parserOf(text)])(line, format, context)

const GATE = `
name: gate
description: doors of the office
when: { program: gated }
pattern:
  grok: 'door %{INT:door.number:int} %{WORD:event.action} for %{USER:who} from %{IP:source.ip} at %{HTTPDATE:at}'
fallback:
  grok: 'door %{INT:door.number:int} %{GREEDYDATA:rest}'
fields: { who: user.name, rest: { to: event.reason, type: lower } }
time: { from: at, formats: ['dd/MMM/yyyy:HH:mm:ss Z'] }
set: { event.dataset: gate.log, observer.vendor: Example }
helpers:
  - field: message
    pattern: { regex: 'battery=(?P<battery>[0-9]+)%' }
    fields: { battery: { to: gate.battery, type: int } }
samples:
  - 'door 7 opened for anna from 10.0.0.7 at 10/Mar/2026:12:00:00 +0100'
  - 'door 8 JAMMED'
`

describe('a parser that a person wrote', () => {
  it('reads by Grok, maps names, types and time', () => {
    const line = 'door 7 opened for anna from 10.0.0.7 at 10/Mar/2026:12:00:00 +0100 battery=80%'
    const { fields, time, parser } = read(GATE, line, 'gate')
    expect(parser).toBe('gate@1')
    expect(fields).toMatchObject({
      ...{ 'door.number': 7, 'event.action': 'opened', 'user.name': 'anna', 'source.ip': '10.0.0.7' },
      ...{ 'event.dataset': 'gate.log', 'gate.battery': 80, message: line },
    })
    expect(time).toBe(BigInt(Date.UTC(2026, 2, 10, 11)) * 1_000_000n)
  })

  it('falls back, and its helpers run on what is left', () => {
    expect(read(GATE, 'door 8 JAMMED', 'gate').fields).toMatchObject({
      'door.number': 8,
      'event.reason': 'jammed',
    })
    const { fields } = read(GATE, 'nothing known battery=12%', 'gate')
    expect(fields).toMatchObject({ 'gate.battery': 12, 'event.dataset': 'gate.log' })
  })

  it('leaves lines that are not its own to others', () => {
    expect(read(GATE, 'window open', 'gate').parser).toBe('raw@1')
  })

  it.each([
    ['json: [a.b, list.0.c, gone]', '{"a":{"b":1},"list":[{"c":"x"}]}', { 'a.b': 1, 'list.0.c': 'x' }],
    ['json: all', '{"a":{"b":[1,2]}}', { 'a.b': [1, 2] }],
    ['keyValue: { separator: ";" }', 'a=1;b=two words', { a: '1', b: 'two words' }],
    ['csv: { columns: [a, "", c] }', 'x,y,"z,z"', { a: 'x', c: 'z,z' }],
    ["regex: '^(?P<a>[^ ]+) (?P<b>.*)$'", 'x y z', { a: 'x', b: 'y z' }],
    [
      "grok: '%{COMBINEDAPACHELOG}'",
      '10.0.0.7 - anna [10/Mar/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 7 "-" "curl/8"',
      {
        'source.address': '10.0.0.7',
        'user.name': 'anna',
        'http.response.status_code': 200,
        'user_agent.original': 'curl/8',
      },
    ],
    [
      "grok: '%{SYSLOGBASE} %{GREEDYDATA:rest}'",
      'Mar 10 12:00:00 web01 app[7]: hi',
      { 'process.pid': 7, rest: 'hi' },
    ],
    [
      "grok: '%{TIMESTAMP_ISO8601:t} %{LOGLEVEL:l} %{URI:u} %{MAC:m} %{UUID:i}'",
      '2026-03-10T12:00:00.1Z ERROR https://example.org/a?b=c 00:00:5e:00:53:07 11111111-2222-3333-4444-555555555555',
      { l: 'ERROR', u: 'https://example.org/a?b=c', m: '00:00:5e:00:53:07' },
    ],
    [
      "grok: '%{IP:[source][ip]} %{USER:[user][name]}'",
      '10.0.0.7 anna',
      { 'source.ip': '10.0.0.7', 'user.name': 'anna' },
    ],
    [
      "grok: '%{SYSLOG5424LINE} %{JAVACLASS:c} %{BASE16FLOAT:f}'",
      '<13>1 2026-03-10T12:00:00Z web01 app 7 - [a@1 b="c"] up org.example.Server 0x1f.8',
      {
        'log.syslog.priority': 13,
        'host.name': 'web01',
        'process.pid': 7,
        c: 'org.example.Server',
        f: '0x1f.8',
      },
    ],
    [
      "grok: '%{DATESTAMP_OTHER:a} %{DATESTAMP_EVENTLOG:b} %{MONTHNUM2:c} %{ISO8601_HOUR:d}'",
      'Tue Mar 10 12:00:00 UTC 2026 20260310120000 03 07',
      { a: 'Tue Mar 10 12:00:00 UTC 2026', b: '20260310120000', c: '03', d: '07' },
    ],
  ])('%s', (pattern, line, fields) => {
    const text = `name: own\npattern: { ${pattern} }\nsamples: [${JSON.stringify(line)}]`
    expect(read(text, line, 'own').fields).toMatchObject(fields)
  })

  it.each([
    ['MMM d HH:mm:ss', 'Mar  9 07:08:09', Date.UTC(2026, 2, 9, 7, 8, 9)],
    ['dd.MM.yy hh:mm a z', '09.03.26 01:02 PM CET', Date.UTC(2026, 2, 9, 12, 2)],
    ['EEEE, d MMMM yyyy H:m:s', 'Monday, 9 March 2026 7:8:9', Date.UTC(2026, 2, 9, 7, 8, 9)],
    ['EEE MMM dd HH:mm:ss zzz yyyy', 'Mon Mar 09 12:00:00 CET 2026', Date.UTC(2026, 2, 9, 11)],
    ['yyyy-MM-dd HH:mm:ssXXX', '2026-03-09 07:08:09+02:00', Date.UTC(2026, 2, 9, 5, 8, 9)],
    ["yyyy-MM-dd'T'HH:mm:ss.SSSZ", '2026-03-09T07:08:09.5+02:00', Date.UTC(2026, 2, 9, 5, 8, 9, 500)],
    ['UNIX', '1773000000.25', 1_773_000_000_250],
    ['UNIX_MS', '1773000000250', 1_773_000_000_250],
    ['ISO8601', '2026-03-09 07:08:09,5', Date.UTC(2026, 2, 9, 7, 8, 9, 500)],
  ])('reads times of the form %s', (format, written, expected) => {
    const text = `name: own\npattern: { grok: '^%{GREEDYDATA:t}$' }\ntime: { from: t, formats: [${JSON.stringify(format)}] }\nsamples: ['x']`
    expect(read(text, written, 'own').time).toBe(BigInt(expected) * 1_000_000n)
  })

  it('takes no more time than its budget allows, whatever pattern and line', () => {
    const text = `name: own\npattern: { regex: '(?P<a>(.*a){30}b)' }\nfallback: { grok: '^%{DATA:x}$' }\nsamples: ['${'a'.repeat(40)}b']`
    expect(read(text, 'a '.repeat(500_000), 'own').fields).toHaveProperty('x')
  })
})

describe('mistakes', () => {
  it.each([
    ['name: A\npattern: { grok: x }\nsamples: [x]', 1, /^name: write lower case/],
    [
      'name: own\npattern: { grok: "%{WRD:x}" }\nsamples: [x]',
      2,
      /^pattern: there is no pattern WRD: did you mean WORD\?/,
    ],
    ['name: own\npattern: { regex: "(?=x)" }\nsamples: [x]', 2, /^pattern: /],
    ['name: own\npattern: { grok: x, regex: y }\nsamples: [x]', 2, /exactly one of/],
    ['name: own\npattern: { regex: "((?:abc){1000}){1000}" }\nsamples: [x]', 2, /repeats too much/],
    ['name: own\npattern: { grok: x }\nsamples: [x, y]', 3, /^samples\.1: the parser does not read it/],
    [
      'name: own\npattern: { grok: x }\ntime: { from: t, formats: [qq] }\nsamples: [x]',
      3,
      /^time: q means nothing/,
    ],
    [
      'name: own\nwhen: { contains: x }\npattern: { grok: x }\nsamples: [x]',
      2,
      /needs a program or a prefix/,
    ],
    ['name: own\npattern: [', 2, /./],
    ['name: own\npattern: &a { grok: x }\nfallback: *a\nsamples: [x]', 3, /alias .* write its value out/],
    ['name: own\npattern: { grok: "%{INT:a:number}" }\nsamples: [x]', 2, /number is no type/],
  ])('%s', (text, line, message) => {
    const { parser, errors } = readMadeParser(text)
    expect(parser).toBeUndefined()
    expect(errors[0]).toMatchObject({ line, message: expect.stringMatching(message) })
  })
})
