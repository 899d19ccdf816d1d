import { expect, it } from 'vitest'
import { explainSearch } from './explain-search.ts'
import { parseSearch } from './parse-search.ts'

function explain(text: string) {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return explainSearch(parsed.tree)
}

it.each([
  ['root', 'some'],
  ['"failed pass*"', 'some'],
  ['*root', 'all'],
  ['müller', 'all'],
  ['/ failed for /', 'some'],
  ['/fail(ed|ure)/', 'all'],
  ['raw:/ failed for /', 'some'],
  ['message:root', 'some'],
  ['message:/ failed for /', 'all'],
  ['user.name:root', 'some'],
  ['user.name:r*', 'all'],
  ['user.name:müller', 'all'],
  ['src_ip:10.0.0.5', 'some'],
  ['source.ip:10.0.0.0/8', 'all'],
  ['event.code:4624', 'all'],
  ['custom.key:x', 'some'],
  ['custom.key:x*', 'all'],
  ['custom.key:ü', 'all'],
  ['custom.key > 5', 'all'],
  ['LogonType:3', 'some'],
  ['rule.name:x', 'some'],
  ['rule.level >= high', 'some'],
  ['not rule.name:x', 'all'],
  ['@timestamp > now-1h', 'some'],
  ['nightjar.received > now-1h', 'all'],
  ['root and custom.key:x', 'some'],
  ['root or custom.key:x', 'some'],
  ['root or custom.key:x*', 'all'],
  ['root or eve', 'some'],
  ['not root', 'all'],
  ['', 'all'],
] as const)('%s reads %s', (text, scans) => {
  expect(explain(text).scans).toBe(scans)
})

it('says why, and what would be faster', () => {
  expect(explain('*root User:e*')).toMatchObject({
    slow: [
      { condition: '*root', why: expect.stringContaining('each line'), hint: expect.any(String) },
      { condition: 'User', why: expect.stringContaining('wildcards'), hint: expect.any(String) },
    ],
    narrowed: [],
  })
  expect(explain('ProcessId >= 4').slow).toMatchObject([{ condition: 'ProcessId' }])
  expect(explain('root event.code:1 custom.key:x*')).toMatchObject({
    narrowed: [{ condition: 'root', why: 'The text index knows root' }],
    slow: [{ condition: 'custom.key' }],
  })
})

it('says that no index tells where something is missing, unless little is left to ask', () => {
  const why = expect.stringContaining('where it is missing')
  expect(explain('not root').slow).toEqual([{ condition: 'not root', why }])
  expect(explain('not (user.name:root or custom.key:x*)').slow).toEqual([
    { condition: 'not user.name', why },
    { condition: 'not custom.key', why },
  ])
  expect(explain('root not user.name:root').slow).toEqual([])
})

it('says what is read', () => {
  expect(explain('root user.name:eve custom.key:x').reads).toEqual([
    'fields',
    'message_text',
    'odd',
    'raw',
    'unfit',
    'user_name',
  ])
  expect(explain('rule.level:high').reads).toContain('detections')
})
