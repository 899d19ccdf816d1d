import { expect, test } from 'vitest'
import { compileRegex } from '../values/compile-regex.ts'
import { matchPattern } from '../values/match-pattern.ts'
import { dashRegex, expandDashes } from './expand-dashes.ts'
import { readRules } from './read-rules.ts'
import { parseTextPattern } from './text-pattern.ts'

function testOf(item: string) {
  const text = `title: T\nlogsource: { product: linux }\ndetection:\n  a:\n    ${item}\n  condition: a\n`
  const { rules, errors } = readRules(text, 'a.yml')
  expect(errors).toEqual([])
  const condition = rules[0]?.condition
  return condition?.kind === 'selection' && condition.of.kind === 'test' ? condition.of.test : undefined
}

test('one expression says the same as all variants', () => {
  const dashes = ['-', '/', '\u2013', '\u2014', '\u2015', '_', '--']
  for (const written of ['* -a /b*', '-a?-b', 'x-y -z', '*', '(-a)+ /b.c\\\\']) {
    const pattern = parseTextPattern(written)
    const variants = (expandDashes(pattern) ?? []).map(matchPattern)
    const regex = compileRegex(dashRegex(pattern), 's')
    for (const first of dashes) {
      for (const second of dashes) {
        for (const text of [
          `x ${first}a ${second}b y`,
          `${first}a${second}b`,
          `${first}a ${second}b`,
          'x-y /z',
          `(${first}a)+ ${second}b.c\\`,
        ]) {
          const expected = variants.some((matches) => matches(text))
          if (regex(text) !== expected) expect.fail(`${written} against ${text}`)
        }
      }
    }
  }
})

test('a value with more dashes than are written out is one expression, in any order of modifiers', () => {
  const value = "' -a -b -c -d -e /f'"
  const source = [' ', 'a ', 'b ', 'c ', 'd ', 'e ', 'f'].join('[-/\u2013\u2014\u2015]')
  expect(testOf(`x|windash|contains: ${value}`)).toMatchObject({ op: 'regex', source, flags: 'is' })
  expect(testOf(`x|contains|windash: ${value}`)).toMatchObject({ op: 'regex', source, flags: 'is' })
  expect(testOf(`x|windash|cased: ${value}`)).toMatchObject({
    op: 'regex',
    source: `^${source}$`,
    flags: 's',
  })
})
