import { describe, expect, it } from 'vitest'
import { completeSearch } from './complete-search.ts'

/** `¦` is the cursor. */
function complete(marked: string) {
  const cursor = marked.indexOf('¦')
  return completeSearch(marked.replace('¦', ''), cursor)
}

const textsOf = (marked: string) => complete(marked).suggestions.map(({ text }) => text)

describe('what may stand at the cursor', () => {
  it.each([
    ['¦', ['@timestamp:', 'user.name:', 'src_ip:', 'not ']],
    ['user.na¦', ['user.name:']],
    ['a and user.na¦', ['user.name:']],
    ['not (user.na¦', ['user.name:']],
    ['!user.na¦', ['user.name:']],
    ['Ima¦', ['Image:', 'ParentImage:']],
    ['user.name:root ¦', ['and ', 'or ', '| ', 'host.name:']],
    ['user.name:root an¦', ['and ']],
    ['rule.level:h¦', ['high']],
    ['rule.level >= ¦', ['informational', 'critical']],
    ['@timestamp >= now¦', ['now-1h', 'now/d']],
    ['a | ¦', ['stats ', 'timechart ', 'where ']],
    ['a | ti¦', ['timechart ']],
    ['a | stats ¦', ['count', 'dc(', 'p95(']],
    ['a | stats count, dc(user.na¦', ['user.name']],
    ['a | stats count ¦', ['by ', 'as ']],
    ['a | stats count by host.na¦', ['host.name']],
    ['a | timechart ¦', ['span=', 'limit=', 'count']],
    ['a | stats count as logons by host.name | sort ¦', ['logons', 'host.name']],
    ['a | stats count as logons by host.name | where log¦', ['logons:']],
    ['a | top ¦', ['user.name']],
    ['_exists_:user.na¦', ['user.name']],
  ])('%s', (marked, texts) => {
    expect(textsOf(marked)).toEqual(expect.arrayContaining(texts))
  })

  it.each([
    ['a | stats count as logons by host.name | sort ¦', 'user.name'],
    ['user.na¦', 'and '],
    ['user.name:roo¦', 'user.name:'],
    ['a | ¦', 'user.name:'],
    ['(a ¦', '| '],
    ['a and ¦', 'or '],
  ])('%s is no place for %s', (marked, text) => {
    expect(textsOf(marked)).not.toContain(text)
  })
})

it.each<[string, readonly string[]]>([
  ['a | timechart span=¦', ['1m ', '5m ', '15m ', '1h ', '1d ']],
  ['a | timechart count limit=¦', ['5 ', '10 ', '20 ']],
  ['a | timechart span=1h count by user.name ¦', ['limit=']],
  ['a | timechart span=1h count ¦', ['as ', 'by ', 'limit=']],
  ['user.name >= ¦', []],
  ['rule.level : ¦', ['informational', 'low', 'medium', 'high', 'critical']],
  ['rule.level >= ¦', ['informational', 'low', 'medium', 'high', 'critical']],
  ['@timestamp >= ¦', ['now', 'now-1h', 'now-24h', 'now-7d', 'now/d']],
  ['tags:(vpn or ¦', []],
  ['tags:(vpn ¦', ['or ', 'and ']],
  ['@timestamp:[now-1d ¦', ['TO ']],
  ['@timestamp:[now-1d TO ¦', ['now', 'now-1h', 'now-24h', 'now-7d', 'now/d']],
  ['a | stats count as ¦', []],
  ['a | stats count as users ¦', ['by ']],
  ['a | stats count¦', []],
  ['user.n¦', ['user.name:', 'source.user.name:']],
  ['EventI¦', ['EventID:']],
  ['rule.na¦', ['rule.name:']],
  ['a | stats dc(b) | where dc¦', ['dc(b):']],
])('%s is a place for nothing else', (marked, texts) => {
  expect(textsOf(marked)).toEqual(texts)
})

it('says what it replaces', () => {
  expect(complete('a and user.na¦me:root')).toMatchObject({ from: 6, to: 15 })
  expect(complete('a ¦and b')).toMatchObject({ from: 2, to: 5 })
  expect(complete('¦')).toMatchObject({ from: 0, to: 0 })
})

it.each([
  ['user.name:ro¦', 'user.name', 'ro'],
  ['user.name:¦', 'user.name', ''],
  ['user.name:(root or ev¦', 'user.name', 'ev'],
  ['source.port >= 4¦', 'source.port', '4'],
  ['tags:(¦', 'tags', ''],
  ['rule.level:(¦', 'rule.level', ''],
  ['tags:(vpn or ¦', 'tags', ''],
  ['user.name >= ¦', 'user.name', ''],
  ['host.name:(web-¦', 'host.name', 'web-'],
  ['source.ip:(10.¦', 'source.ip', '10.'],
  ['source.port:[1 TO 2¦', 'source.port', '2'],
  ['user.name:"NT AUTH¦', 'user.name', '"NT AUTH'],
])('%s is a place for values', (marked, field, typed) => {
  expect(complete(marked).valuesOf).toEqual({ field, typed })
})

it('is bounded on hostile text', () => {
  for (const text of ['('.repeat(9_000), 'a '.repeat(4_999), '| '.repeat(4_000), 'x'.repeat(20_000)])
    expect(completeSearch(text, text.length).suggestions.length).toBeLessThanOrEqual(200)
  expect(completeSearch('user', -5).from).toBe(0)
  expect(completeSearch('user', 99).to).toBe(4)
})
