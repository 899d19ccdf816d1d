import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import { parser } from './mysql-slowlog.ts'

const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })

describe('mysql-slowlog', () => {
  it('reads an entry', () => {
    expect(read(parser.samples[0] ?? '')).toMatchObject({
      parser: 'mysql-slowlog@1',
      time: 1_773_144_000_000_000_000n,
      fields: {
        'event.duration': 2_000_652_000,
        'user.name': 'anna',
        'source.domain': 'web01',
        'source.ip': '10.0.0.7',
        'mysql.thread_id': 17,
        'mysql.slowlog.lock_time.sec': 0.000036,
        'mysql.slowlog.rows_examined': 9,
        'mysql.slowlog.query': 'select sleep(2);',
      },
    })
  })

  it('reads the time of its comment and the schema', () => {
    expect(read(parser.samples[1] ?? '')).toMatchObject({
      time: 1_773_144_000_123_456_000n,
      fields: {
        'mysql.slowlog.schema': 'shop',
        'mysql.slowlog.query_cache_hit': false,
        'mysql.slowlog.query': 'call f();',
      },
    })
  })

  it('leaves a comment without a duration', () => {
    expect(read('# User@Host: a[a] @ b []\nselect 1').parser).toBe('raw@1')
  })
})
