import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

it('reads time, priority, host and message', () => {
  expect(read('2026-03-10 12:00:00\tLocal7.Notice\t10.0.0.9\tlink up on port 3')).toMatchObject({
    parser: 'kiwi-syslog@1',
    time: 1_773_144_000_000_000_000n,
    fields: { 'log.syslog.priority': 189, 'host.ip': ['10.0.0.9'], message: 'link up on port 3' },
  })
  expect(read('2026-03-10 12:00:00\tSystem4.Info\tweb01\tx').fields).toMatchObject({
    'log.syslog.priority': 38,
  })
})

it('hands the message on', () => {
  const line =
    '2026-03-10 12:00:00\tAuth.Info\tweb01\tMar 10 12:00:00 web01 sshd[7]: Invalid user a from 10.0.0.7'
  expect(read(line)).toMatchObject({ parser: 'sshd@1', fields: { 'user.name': 'a', 'host.name': 'web01' } })
})

it.each([
  '2026-03-10 12:00:00\tNothing\t10.0.0.9\tx',
  '2026-03-10 12:00:00\tLocal7.Info\tx',
  '2026-03-10 25:00:00\tUser.Info\th\tx',
])('does not read %s', (line) => expect(read(line).parser).not.toBe('kiwi-syslog@1'))
