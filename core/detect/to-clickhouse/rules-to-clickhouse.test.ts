import { expect, test } from 'vitest'
import type { Condition } from '../rule/condition.ts'
import { readRules } from '../rule/read-rules.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { rulesToClickHouse } from './rules-to-clickhouse.ts'

const { families } = readLogSources(
  `
product: p
when: { p.channel: '*' }
fields: { Cmd: [p.cmd, process.command_line], Hashes: p.hashes }
`,
  'sources.yml',
)

function rulesOf(detection: string) {
  const { rules, errors } = readRules(
    `title: T\nlogsource: { product: p }\ndetection:\n${detection.replace(/^/gm, '  ')}\n  condition: a`,
    'a.yml',
  )
  expect(errors).toEqual([])
  return rules
}

const compile = (detection: string) => rulesToClickHouse(rulesOf(detection), families)

test('no text of a rule stands in the condition', () => {
  const text = `x'); DROP TABLE events; --`
  const { conditions, params } = compile(`a:\n  "${text}": "${text}"\n  Cmd|re: "${text.replace(')', '')}"`)
  expect(conditions.join()).not.toContain('DROP')
  expect(JSON.stringify(params)).toContain('drop table events')
})

test('a rule with thousands of needles stays a short statement', () => {
  const needles = Array.from({ length: 4_432 }, (_, i) => `  - IMPHASH=${i.toString(16).padStart(32, '0')}`)
  const { conditions, params } = compile(`a:\n  Hashes|contains:\n${needles.join('\n').replace(/^/gm, '  ')}`)
  expect(conditions.join().length).toBeLessThan(5_000)
  const lists = Object.values(params).filter(Array.isArray)
  expect(Math.max(...lists.map((list) => list.length))).toBe(255)
  expect(lists.flat()).toContain('imphash=0000000000000000000000000000114f')
})

test('what several rules look at is computed once', () => {
  const { conditions } = rulesToClickHouse(
    [...rulesOf("a:\n  Cmd|contains: 'x'"), ...rulesOf("a:\n  Cmd|endswith: 'y'")],
    families,
  )
  expect(conditions.join().split('lowerUTF8')).toHaveLength(2)
})

test('a rule that no statement holds says so', () => {
  const patterns = Array.from({ length: 20_000 }, (_, i) => `  - 'a*${i}?b'`)
  expect(() => compile(`a:\n  Cmd:\n${patterns.join('\n').replace(/^/gm, '  ')}`)).toThrow(
    /cannot be run over stored events.*Split it/,
  )
  expect(() => compile(`a:\n  Cmd: '${'long'.repeat(600_000)}'`)).toThrow(/too many or too long/)

  const [rule] = rulesOf('a:\n  Cmd: x')
  if (!rule) throw new Error('no rule')
  let condition: Condition = rule.condition
  for (let i = 0; i < 1_000; i++) condition = { kind: 'not', of: condition }
  expect(() => rulesToClickHouse([{ ...rule, condition }], families)).toThrow(/nested too deeply/)
})
