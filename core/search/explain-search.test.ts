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
  ['custom.key:x', 'all'],
  ['LogonType:3', 'all'],
  ['rule.name:x', 'all'],
  ['@timestamp > now-1h', 'some'],
  ['nightjar.received > now-1h', 'all'],
  ['root and custom.key:x', 'some'],
  ['root or custom.key:x', 'all'],
  ['root or eve', 'some'],
  ['not root', 'all'],
  ['', 'all'],
] as const)('%s reads %s', (text, scans) => {
  expect(explain(text).scans).toBe(scans)
})

it('says why, and what would be faster', () => {
  expect(explain('*root User:eve')).toMatchObject({
    slow: [
      { condition: '*root', why: expect.stringContaining('each line'), hint: expect.any(String) },
      { condition: 'User', why: expect.stringContaining('no column'), hint: 'Write user.name' },
    ],
    narrowed: [],
  })
  expect(explain('root event.code:1 custom.key:x')).toMatchObject({
    narrowed: [{ condition: 'root', why: 'The text index knows root' }],
    slow: [{ condition: 'custom.key' }],
  })
})

it('says what is read', () => {
  expect(explain('root user.name:eve custom.key:x').reads).toEqual([
    'fields',
    'message_text',
    'odd',
    'raw',
    'user_name',
  ])
  expect(explain('rule.level:high').reads).toContain('detections')
})
