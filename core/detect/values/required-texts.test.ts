import { describe, expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { compileRegex } from './compile-regex.ts'
import { fold } from './fold.ts'
import { requiredTexts } from './required-texts.ts'

describe('texts that a match needs', () => {
  test.each([
    ['Invoke-Mimi', '', [['invoke-mimi']]],
    ['a\\.exe\\s+-enc', '', [['a.exe'], ['-enc']]],
    ['(?:wget|curl\\.exe) -', '', [['wget', 'curl.exe'], [' -']]],
    ['(wget|curl)?', '', []],
    ['colou?r', '', [['colo'], ['r']]],
    ['ab+cd', '', [['ab'], ['cd']]],
    ['[a-z]]x(foo|[0-9]+)', '', [[']x']]],
    ['x{2,3}yyyy', '', [['yyyy'], ['x']]],
    ['\\x41bc', '', [['bc']]],
    ['foo|bar|', '', []],
    ['foo1?|a(b|cd)efg', '', [['foo', 'efg']]],
    ['Power\\\\Shell', 'i', [['power\\'], ['hell']]],
    ['(?i)disk', '', [['di']]],
    ['\\Qa.b\\E', '', []],
    ['^$', '', []],
  ])('%s %s', (source, flags, expected) => {
    expect(requiredTexts(source, flags)).toEqual(expected)
  })
})

test('no text that matches lacks all of them', () => {
  const { below: next, pick } = createChance(11)
  const piece = (depth: number): string => {
    const atom = pick(['a', 'B', 'k', 'S', '.', '[ab]', '\\.', '\\d', 'é', '^', '(', '(?i:'])
    const whole = atom.startsWith('(') ? (depth > 2 ? 'a' : `${atom}${pattern(depth + 1)})`) : atom
    return whole + (whole === '^' ? '' : pick(['', '', '', '?', '*', '+', '{0,2}', '{2}', '+?']))
  }
  const pattern = (depth: number): string =>
    Array.from({ length: 1 + next(3) }, () => piece(depth)).join('') +
    (next(4) === 0 ? `|${piece(depth)}${piece(depth)}` : '')
  let matched = 0
  for (let round = 0; round < 3_000; round++) {
    const source = pattern(0)
    const flags = pick(['', 'i'])
    const texts = requiredTexts(source, flags)
    const matches = compileRegex(source, flags)
    for (let i = 0; i < 5; i++) {
      const text = Array.from({ length: next(8) }, () =>
        pick(['a', 'b', 'B', 'k', '\u212a', 'ſ', 's', '.', '7', 'é', 'É']),
      ).join('')
      if (!matches(text) || texts.length === 0) continue
      matched++
      const held = texts.every((list) => list.some((required) => fold(text).includes(required)))
      expect([source, flags, text, texts, held]).toEqual([source, flags, text, texts, true])
    }
  }
  expect(matched).toBeGreaterThan(300)
})
