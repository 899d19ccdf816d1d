import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const parseLine = createParseLine()
const fresh = (): ParseContext => ({ received: Date.UTC(2026, 2, 11), zoneMinutes: 0 })
const row = (...columns: readonly string[]) => columns.join('\t')
const ENDS = ['10.0.0.7', '51826', '192.0.2.10', '80']

describe('zeek-tsv', () => {
  it('reads lines by the header that the stream carried before them', () => {
    const context = fresh()
    const lines = [
      '#separator \\x09',
      row('#set_separator', ','),
      row('#empty_field', '(empty)'),
      row('#unset_field', '-'),
      row('#path', 'my_log'),
      row('#fields', 'ts', 'uid', 'name', 'tags', 'size', 'ok', 'note'),
      row('#types', 'time', 'string', 'string', 'set[string]', 'count', 'bool', 'string'),
    ]
    for (const line of lines) expect(parseLine(line, 'auto', context).parser).toBe('zeek-tsv@1')
    const line = row('1773144000.250001', 'CHhAvVGS1DHFjwGM9', 'a\\x09b\\\\c', 'x,y\\x2cz', '12', 'T', '-')
    const { fields, time } = parseLine(line, 'auto', context)
    expect(time).toBe(1_773_144_000_250_001_000n)
    expect(fields).toMatchObject({
      'event.dataset': 'zeek.my_log',
      'zeek.my_log.ts': '2026-03-10T12:00:00.250001Z',
      'zeek.my_log.name': 'a\tb\\c',
      'zeek.my_log.tags': ['x', 'y,z'],
      'zeek.my_log.size': 12,
      'zeek.my_log.ok': true,
    })
    expect(fields).not.toHaveProperty('zeek.my_log.note')
  })

  it('reads by the header that a source is set to, blanks at the end of the last value included', () => {
    const header = { path: 'syslog', fields: ['ts', 'message'], types: ['time', 'string'], separator: '\t' }
    const { fields } = parseLine('1773144000.250001\thello  \r\n', 'zeek-tsv', { ...fresh(), header })
    expect(fields['zeek.syslog.message']).toBe('hello  ')
  })

  it('tells the standard logs by their columns', () => {
    const ts = '1773144000.250001'
    const uid = 'CHhAvVGS1DHFjwGM9'
    const dpd = parseLine(row(ts, uid, ...ENDS, 'tcp', 'HTTP', 'not a request'), 'auto', fresh())
    expect(dpd.fields).toMatchObject({ 'event.dataset': 'zeek.dpd', 'event.reason': 'not a request' })
    const weird = parseLine(row(ts, '-', '-', '-', '-', '-', 'odd', '-', 'F', 'zeek'), 'auto', fresh())
    expect(weird.fields).toMatchObject({ 'event.dataset': 'zeek.weird', 'zeek.weird.notice': false })
  })

  it('does not guess where several logs or none can be meant', () => {
    for (const line of [
      '1773144000.250001\ta\tb',
      '1773144000 a b',
      '12\t13',
      '1773144000.250001\t10.0.0.7\tx',
    ])
      expect(parseLine(line, 'auto', fresh()).parser).not.toBe('zeek-tsv@1')
  })

  it('shows bytes that are no UTF-8 and control characters as Zeek does', () => {
    const header = { path: 'x', fields: ['ts', 'a'], types: ['time', 'string'], separator: '\t' }
    const value = (text: string) =>
      parseLine(`1773144000.250001\t${text}`, 'auto', { ...fresh(), header }).fields['zeek.x.a']
    expect(value('\\xc3\\xa4')).toBe('ä')
    expect(value('\\xff\\x00a\\x0a')).toBe('\\xff\\x00a\n')
    expect(value('\\xe2\\x82\\x')).toBe('\\xe2\\x82\\x')
  })
})
