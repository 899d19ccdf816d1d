import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { parser } from './json-syslog.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()

it.each(parser.samples)('reads header and message of %s', (sample) => {
  expect(parseLine(sample, 'auto', context)).toEqual({
    parser: 'json-syslog@1',
    time: 1_773_144_000_000_000_000n,
    fields: {
      'event.dataset': 'syslog',
      'log.syslog.priority': 30,
      'log.syslog.facility.code': 3,
      'log.syslog.facility.name': 'system',
      'log.syslog.severity.code': 6,
      'log.syslog.severity.name': 'informational',
      'log.syslog.hostname': 'web01',
      'log.syslog.appname': 'backupd',
      'log.syslog.procid': '812',
      'host.name': 'web01',
      'host.hostname': 'web01',
      'process.name': 'backupd',
      'process.pid': 812,
      message: 'snapshot 17 written',
    },
  })
})

it('gives the message to the parser of the program and keeps what else is there', () => {
  const document = {
    pri: '38',
    host: 'web01',
    ident: 'sshd',
    pid: '7',
    message: 'Invalid user admin from 203.0.113.9 port 40022',
    site: 'north',
  }
  expect(parseLine(JSON.stringify(document), 'auto', context)).toMatchObject({
    parser: 'sshd@1',
    fields: { 'source.ip': '203.0.113.9', 'host.name': 'web01', site: 'north', 'log.syslog.priority': 38 },
  })
})

it('leaves documents without a message alone', () => {
  expect(parseLine('{"programname":"a","message":7}', 'auto', context).parser).toBe('json@1')
})
