import { RE2JS } from 're2js'
import { expect, it } from 'vitest'
import { regexWords } from './regex-words.ts'
import { wholeWords } from './words.ts'

it.each<[string, string[]]>([
  ['failed password for \\w+', ['password', 'for']],
  [' [a[] x [b] y ', ['x', 'y']],
  ['[a[] x | y [b] z ', []],
  [' [[:space:]a b ] c ', []],
  [' [\\]a b ] c ', ['c']],
  [' Failed password ', ['failed', 'password']],
  ['user=root;', ['root']],
  ['a\\sbad\\s+word ', ['bad', 'word']],
  ['x \\.exe -enc ', ['exe', 'enc']],
  [' fo+o bars? baz* ', []],
  [' a{2} b ', ['b']],
  [' (one) (?:two) three ', ['three']],
  [' [x ]four five ', ['five']],
  [' []] six ', ['six']],
  [' a b | c ', []],
  ['(?-i) a ', []],
  ['\\bword\\b', []],
  ['^word$', []],
  [' größe x ', ['x']],
  [' \\x41 b ', []],
  ['', []],
])('%s', (regex, words) => {
  expect(regexWords(regex)).toEqual(words)
})

it('every text that fits holds the words', () => {
  const bits = [
    'a',
    'B',
    ' ',
    '=',
    '\\.',
    '.',
    '+',
    '*',
    '?',
    '[ab ]',
    '(a b)',
    '(?: )',
    ' ',
    ' ',
    ' ',
    '=',
    'b',
    '\\s',
    '\\w',
    '{0,1}',
    'cd',
    '^',
  ]
  const texts = [
    ' a b=cd .B cd',
    'a b cd',
    '=a b ab',
    'cd.cd a',
    'acd b.a',
    ' b',
    'aa  bb cd cd=',
    '',
    '. . a=b a b',
  ]
  let state = 11
  let held = 0
  for (let round = 0; round < 6000; round++) {
    let regex = ''
    for (let i = 0; i < 6; i++) {
      state = (state * 48_271) % 2_147_483_647
      regex += bits[state % bits.length]
    }
    const compiled = compile(regex)
    if (compiled === undefined) continue
    for (const text of texts.filter((each) => compiled.matcher(each).find())) {
      const words = regexWords(regex)
      held += words.length
      expect(wholeWords([{ text }]), `${regex} in ${text}`).toEqual(expect.arrayContaining(words))
    }
  }
  expect(held).toBeGreaterThan(20)
})

function compile(regex: string): RE2JS | undefined {
  try {
    return RE2JS.compile(regex, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL)
  } catch {
    return undefined
  }
}
