import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('mysql-error', () => {
  it.each([
    [
      'MySQL 8',
      '2026-03-10T12:00:00.123456Z 7 [System] [MY-010931] [Server] ready for connections',
      {
        'log.level': 'System',
        'event.code': 'MY-010931',
        'event.provider': 'Server',
        'mysql.thread_id': 7,
        message: '[MY-010931] [Server] ready for connections',
      },
    ],
    [
      'a refused log-in',
      "2026-03-10 12:00:00 7 [Warning] Access denied for user 'anna'@'203.0.113.9' (using password: NO)",
      {
        'event.action': 'logon-failed',
        'event.outcome': 'failure',
        'user.name': 'anna',
        'source.ip': '203.0.113.9',
      },
    ],
    [
      'a refused log-in from a host',
      "260310  2:00:00 [Warning] Access denied for user ''@'gw.example.org' (using password: YES)",
      { 'source.domain': 'gw.example.org' },
    ],
    [
      'InnoDB without a level',
      '260310 12:00:00 InnoDB: The heap is disabled',
      { message: 'InnoDB: The heap is disabled' },
    ],
    [
      'the general log',
      '260310  9:00:00\t    13 Query\tSELECT 1',
      {
        ...{ message: 'Query\tSELECT 1', 'mysql.thread_id': 13 },
        ...{ 'event.action': 'query', 'mysql.statement': 'SELECT 1' },
      },
    ],
    [
      'a connection in it',
      '2026-03-10T12:00:00.123456Z\t   12 Connect\tanna@192.0.2.9 on shop using TCP/IP',
      {
        ...{ 'event.action': 'connect', 'user.name': 'anna' },
        ...{ 'source.ip': '192.0.2.9', 'mysql.database': 'shop' },
      },
    ],
    [
      'one from a host without a database',
      '260310 12:00:00\t   12 Connect\tanna@gw.example.org on ',
      { 'user.name': 'anna', 'source.domain': 'gw.example.org' },
    ],
    [
      'a refused one',
      "2026-03-10T12:00:00Z\t12 Connect\tAccess denied for user 'anna'@'192.0.2.9' (using password: YES)",
      { 'event.action': 'logon-failed', 'event.outcome': 'failure', 'source.ip': '192.0.2.9' },
    ],
    ['the version', "Version: '8.0.36'  socket: '/tmp/mysql.sock'  port: 3306", {}],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({
      parser: 'mysql-error@1',
      fields: { 'event.dataset': 'mysql.error', ...expected },
    })
  })

  it('takes no statement for a refusal', () => {
    const { fields } = read("260310 12:00:00\t12 Query\t..Access denied for user 'anna'@'192.0.2.9'")
    expect(fields).toMatchObject({ 'event.action': 'query' })
    expect(fields).not.toHaveProperty(['source.ip'])
  })

  it('takes hours without their zero', () => {
    expect(read('260310  9:00:00 [Note] a').time).toBe(1_773_133_200_000_000_000n)
    expect(read('2026-03-10  9:00:00 0 [Note] a').time).toBe(1_773_133_200_000_000_000n)
  })

  it.each(['2026-03-10 12:00:00 7 something', '2026-03-10T12:00:00Z 7 [Foo] a', '261310 12:00:00 [Note] a'])(
    'does not read %s',
    (line) => {
      expect(read(line).parser).not.toBe('mysql-error@1')
    },
  )
})
