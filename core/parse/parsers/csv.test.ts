import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'
import { splitCsv } from '../text/split-csv.ts'

const fresh = (): ParseContext => ({ received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const parseLine = createParseLine()

describe('csv', () => {
  it('reads lines by the header that came before them', () => {
    const context = fresh()
    expect(parseLine('time;Source IP;user;action;note', 'auto', context).parser).toBe('csv@1')
    const { fields, time } = parseLine('2026-03-10 12:00:00;10.0.0.7;anna;deny;"a;b"', 'auto', context)
    expect(time).toBe(1_773_144_000_000_000_000n)
    expect(fields).toMatchObject({
      Source_IP: '10.0.0.7',
      'source.ip': '10.0.0.7',
      'user.name': 'anna',
      'event.action': 'deny',
      note: 'a;b',
    })
    expect(parseLine('a;b', 'auto', context).parser).toBe('raw@1')
  })

  it('reads lines by the header of the source', () => {
    const header = { fields: ['when', 'src', 'what'], separator: ',' }
    const { fields, parser } = parseLine('x,10.0.0.7,y', 'csv', { ...fresh(), header })
    expect([parser, fields['source.ip'], fields.what]).toEqual(['csv@1', '10.0.0.7', 'y'])
  })

  it('does not take other lines for headers', () => {
    for (const line of [
      'well, hello, there, you',
      'a,b,c,d',
      'user,10.0.0.7,action,host',
      'user,user,host,action',
    ])
      expect(parseLine(line, 'auto', fresh()).parser).not.toBe('csv@1')
  })

  it('splits rows as VRL does', (context) => {
    const file = new URL('../../../../shared/logs/cases/vrl.ndjson.gz', import.meta.url)
    if (!existsSync(file)) return context.skip('../shared is not beside the checkout')
    const vectors = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean)
    let compared = 0
    for (const { product, raw, args = {}, expected, vrl } of vectors.map((line) => JSON.parse(line))) {
      // One row, and the delimiter where the vector names it.
      if (product !== 'parse_csv' || !expected.ok || raw.includes('\n') || vrl !== undefined) continue
      compared++
      expect(splitCsv(raw, args.delimiter ?? ',')).toEqual(expected.ok)
    }
    expect(compared).toBeGreaterThan(0)
  })
})
