import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('postgresql', () => {
  it('reads the default prefix and the zone in it', () => {
    expect(read('2026-03-10 13:00:00.123 CET [7] LOG:  database system is ready')).toMatchObject({
      parser: 'postgresql@1',
      time: 1_773_144_000_123_000_000n,
      fields: {
        'process.pid': 7,
        'log.level': 'LOG',
        message: 'database system is ready',
        'event.dataset': 'postgresql.log',
      },
    })
  })

  it.each([
    [
      'a refused password',
      '2026-03-10 12:00:00 UTC [7] anna@shop FATAL:  28P01: password authentication failed for user "anna"',
      {
        'user.name': 'anna',
        'postgresql.log.database': 'shop',
        'postgresql.log.sql_state_code': '28P01',
        'event.action': 'authentication-failed',
        'event.outcome': 'failure',
      },
    ],
    [
      'a client that may not connect',
      '2026-03-10 12:00:00 UTC [7] a@b FATAL:  no pg_hba.conf entry for host "203.0.113.9", user "a", database "b", no encryption',
      { 'source.ip': '203.0.113.9', 'event.action': 'connection-rejected' },
    ],
    [
      'RDS',
      '2026-03-10 12:00:00 UTC:10.0.0.7(51012):anna@shop:[7]:LOG:  duration: 1.5 ms  statement: select 1',
      {
        'source.ip': '10.0.0.7',
        'source.port': 51012,
        'user.name': 'anna',
        'event.duration': 1_500_000,
        'postgresql.log.query': 'select 1',
        'process.pid': 7,
      },
    ],
    [
      'pairs in the prefix',
      '2026-03-10 12:00:00 UTC [7]: [3-1] db=shop,user=anna,app=psql,client=10.0.0.7 ERROR:  syntax error',
      { 'user.name': 'anna', 'source.ip': '10.0.0.7', 'postgresql.log.application_name': 'psql' },
    ],
    [
      'a prepared statement',
      '2026-03-10 12:00:00 UTC [7-1] LOG:  duration: 1 ms  execute s1: select $1',
      { 'postgresql.log.query_name': 's1', 'postgresql.log.query': 'select $1' },
    ],
    [
      'csv',
      '2026-03-10 12:00:00.123 UTC,"anna","shop",7,"10.0.0.7:51012",69af.7,3,"idle",2026-03-10 11:59:00 UTC,3/2,0,LOG,00000,"statement: select ""a""\nfrom b",,,,,,,,,"psql","client backend"',
      {
        message: 'select "a"\nfrom b',
        'user.name': 'anna',
        'source.ip': '10.0.0.7',
        'source.port': 51012,
        'postgresql.log.command_tag': 'idle',
        'postgresql.log.application_name': 'psql',
        'postgresql.log.session_line_number': 3,
      },
    ],
    [
      'json',
      '{"timestamp":"2026-03-10 12:00:00.123 UTC","user":"anna","dbname":"shop","pid":7,"remote_host":"10.0.0.7","error_severity":"FATAL","message":"Peer authentication failed for user \\"anna\\""}',
      { 'source.ip': '10.0.0.7', 'event.action': 'authentication-failed', 'event.outcome': 'failure' },
    ],
  ])('reads %s', (_, line, expected) => {
    expect(read(line)).toMatchObject({ parser: 'postgresql@1', fields: expected })
  })

  it.each([
    '2026-03-10 12:00:00 UTC [7] something else',
    '2026-03-10 12:00:00 7 [Note] LOG:  x',
    '2026-03-10 12:00:00 UTC,a,b,c',
  ])('does not read %s', (line) => {
    expect(read(line).parser).not.toBe('postgresql@1')
  })
})
