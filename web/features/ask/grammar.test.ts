import { expect, it } from 'vitest'
import { grammar } from './grammar.ts'

const RULE = 'title: x\nlogsource:\n  category: test\ndetection:\n  one:\n    a: 1\n  condition: one'

it('tells a search from its commands', () => {
  expect(grammar.hasCommands('user.name:root | stats count')).toBe(true)
  expect(grammar.hasCommands('a || b')).toBe(false)
  expect(grammar.searchOf('user.name:root | stats count')).toBe('user.name:root')
  expect(grammar.hasCommands(RULE)).toBe(false)
  expect([RULE, 'user.name:root'].map(grammar.isRule)).toEqual([true, false])
  expect(grammar.hasCommands(`${RULE}\n| stats count`)).toBe(true)
})

it('finds mistakes at their place, behind a rule too', () => {
  expect(grammar.check('user.name:(a')[0]).toMatchObject({ from: 10 })
  expect(grammar.check('a | stats nothing(x)')).not.toEqual([])
  expect(grammar.check(RULE)).toEqual([])
  expect(grammar.check(`${RULE}\n| stats`)[0]?.from).toBeGreaterThan(RULE.length)
  expect(grammar.notes('user.nme:x')[0]?.hint).toContain('user.name')
})

it('narrows what stands before the commands', () => {
  expect(grammar.narrow('a | stats count', 'user.name', 'x', 'in')).toBe('a and user.name:x | stats count')
  expect(grammar.narrow('| stats count', 'user.name', 'x', 'out')).toBe('not user.name:x | stats count')
  expect(grammar.narrow(RULE, 'user.name', 'x', 'in')).toBe(`${RULE}\n| where user.name:x`)
})
