import { describe, expect, it } from 'vitest'
import type { Event, Fields } from '#core/event/event'
import type { ExportedEvent } from './column-value.ts'
import { csvHeader, printCsv } from './print-csv.ts'
import { printNdjson } from './print-ndjson.ts'

function exported(fields: Fields, raw = 'line'): ExportedEvent {
  const id = '018f0000-0000-7000-8000-000000000001'
  const event: Event = {
    ...{ eventId: id, tenantId: id, sourceId: id, payloadId: id, position: 0, site: 'berlin' },
    ...{ received: 0, time: 1n, parser: 'json@1', backfill: false, raw, fields },
  }
  return { event, tenant: 'ours', detections: [] }
}

describe('printCsv', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['=1,2', '"\'=1,2"'],
    ['+1', "'+1"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['"=1', '"""=1"'],
    ['', ''],
  ])('a cell of %j is %j', (text, cell) => {
    expect(printCsv(['x.y', 'end'], exported({ 'x.y': text, end: 1 }))).toBe(`${cell},1\r\n`)
  })

  it('names columns as a search does, joins lists and leaves out what is not there', () => {
    const columns = [
      '@timestamp',
      'nightjar.tenant',
      'user',
      'tags',
      'none',
      'constructor',
      '__proto__',
      'raw',
    ]
    expect(printCsv(columns, exported({ 'user.name': 'eve', tags: ['a', '=b'] }, '=raw'))).toBe(
      "1970-01-01T00:00:00.000000001Z,ours,eve,a; =b,,,,'=raw\r\n",
    )
  })

  it('finds known names in any case', () => {
    const row = printCsv(['@TIMESTAMP', 'USER.NAME', 'RAW'], exported({ 'user.name': 'eve' }, 'line'))
    expect(row).toBe('1970-01-01T00:00:00.000000001Z,eve,line\r\n')
  })

  it('takes no name of a column for a formula either', () => {
    expect(csvHeader(['=x', 'a,b', '@timestamp'])).toBe('\'=x,"a,b",\'@timestamp\r\n')
  })
})

describe('printNdjson', () => {
  it('has the columns named that an event has, whatever their names', () => {
    const fields = Object.fromEntries([
      ['__proto__', 'x'],
      ['user.name', ['eve', 'eva']],
    ])
    expect(printNdjson(['user.name', '__proto__', 'toString', 'none'], exported(fields))).toBe(
      '{"user.name":["eve","eva"],"__proto__":"x"}\n',
    )
  })

  it('is a whole event otherwise, on one line', () => {
    const line = printNdjson([], exported({ 'user.name': 'eve' }, 'a\nb\u2028'))
    expect(line.trimEnd().split('\n')).toHaveLength(1)
    expect(JSON.parse(line)).toMatchObject({
      ...{ time: '1970-01-01T00:00:00.000000001Z', tenant: 'ours', raw: 'a\nb\u2028' },
      fields: { 'user.name': 'eve' },
      detections: [],
    })
  })
})
