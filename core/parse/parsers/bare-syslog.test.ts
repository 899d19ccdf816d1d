import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

it('reads host, program and process id', () => {
  expect(read('web01 backupd[812]: snapshot 17 written')).toEqual({
    parser: 'bare-syslog@1',
    time: undefined,
    fields: {
      'event.dataset': 'syslog',
      'host.name': 'web01',
      'host.hostname': 'web01',
      'log.syslog.hostname': 'web01',
      'process.name': 'backupd',
      'log.syslog.appname': 'backupd',
      'process.pid': 812,
      'log.syslog.procid': '812',
      message: 'snapshot 17 written',
    },
  })
})

it('gives the message to the parser of the program', () => {
  expect(read('web01 sshd[7]: Failed password for root from 203.0.113.9 port 40022 ssh2')).toMatchObject({
    parser: 'sshd@1',
    fields: { 'source.ip': '203.0.113.9', 'host.name': 'web01' },
  })
})

it.each(['sshd[7]: ', '/usr/sbin/sshd[7]: '])('reads %s without a host', (head) => {
  const { parser, fields } = read(`${head}Failed password for root from 203.0.113.9 port 40022 ssh2`)
  expect(parser).toBe('sshd@1')
  expect(fields).toMatchObject({ 'source.port': 40022, 'process.pid': 7, 'log.syslog.appname': 'sshd' })
  expect(fields['host.name']).toBeUndefined()
})

it('leaves what a program of a header writes so', () => {
  expect(read('<13>Mar 10 12:00:00 mac01 Browser[7]: objc[9]: weak variable').fields).toMatchObject({
    'process.name': 'Browser',
    message: 'objc[9]: weak variable',
  })
})

it.each(['worker 3[7]: x', 'two words: x', 'web01 app[a]: x', 'a b c[7]: x'])('does not read %s', (line) =>
  expect(read(line).parser).toBe('raw@1'),
)
