import { expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import { createExplainer } from './create-explainer.ts'
import type { MatchInput } from './matcher.ts'
import { outlineExplanation } from './outline-explanation.ts'

const explain = createExplainer([])

function outlineOf(detection: string, fields: MatchInput['fields'], raw = '{}') {
  const text = `title: T\nlogsource: { product: p }\ndetection:\n${detection}`
  const [rule] = readRules(text, 'r.yml').rules
  if (!rule) throw new Error('The rule does not load')
  return outlineExplanation(explain(rule, { fields, raw }).condition)
}

test('each leaf is true, false or missing, beside the value that was there', () => {
  const { rows, left } = outlineOf(
    `  tool: { Image|endswith: ['/nc', '/socat', '/ncat'], Parent: bash }
  known: { User: backup }
  condition: tool and not known`,
    { Image: '/usr/bin/socat', User: 'eve' },
  )
  expect(left).toBe(0)
  expect(
    rows.map(({ depth, kind, name, holds, isMissing }) => [depth, kind, name, holds, isMissing]),
  ).toEqual([
    [0, 'all', undefined, false, false],
    [1, 'selection', 'tool', false, false],
    [2, 'all', undefined, false, false],
    [3, 'test', 'Image', true, false],
    [3, 'test', 'Parent', false, true],
    [1, 'not', undefined, true, false],
    [2, 'selection', 'known', false, false],
    [3, 'test', 'User', false, false],
  ])
  expect(rows[3]).toMatchObject({
    modifiers: ['endswith'],
    wanted: [
      { text: "'/socat'", holds: true },
      { text: "'/nc'", holds: false },
      { text: "'/ncat'", holds: false },
    ],
    found: ['/usr/bin/socat'],
    field: 'Image',
  })
})

test('of long lists the values that matched and the first few stay, with how many there are', () => {
  const many = Array.from({ length: 4_000 }, (_, i) => `v${i}`)
  const list = [...Array.from({ length: 60 }, (_, i) => `other${i}`), 'v3999']
  const { rows } = outlineOf(`  a: { F: [${many}] }\n  condition: a`, { F: list })
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({ holds: true, wantedCount: 4_000, foundCount: 61 })
  expect(rows[1]?.wanted[0]).toEqual({ text: "'v3999'", holds: true })
  expect(rows[1]?.found[0]).toBe('v3999')
  expect([rows[1]?.wanted.length, rows[1]?.found.length]).toEqual([12, 12])
})

test('a condition of very many parts is cut, and says by how much', () => {
  const items = Array.from({ length: 700 }, (_, i) => `f${i}: x`).join(', ')
  const { rows, left } = outlineOf(`  a: { ${items} }\n  condition: a`, {})
  expect([rows.length, left]).toEqual([500, 202])
})

test('a keyword shows the text that it stands in, clipped', () => {
  const { rows } = outlineOf(`  words: [needle]\n  condition: words`, {}, `a needle ${'x'.repeat(5_000)}`)
  expect(rows.at(-1)).toMatchObject({ name: undefined, isMissing: false, holds: true, foundCount: 1 })
  expect(rows.at(-1)?.found[0]).toHaveLength(1_001)
})

test('a selection that lists many is any of them', () => {
  const { rows } = outlineOf(`  s_a: { F: 1 }\n  s_b: { F: 2 }\n  condition: 1 of s_*`, {
    F: 2,
    constructor: 'x',
  })
  expect(rows.map(({ kind, name, holds }) => [kind, name, holds])).toEqual([
    ['any', undefined, true],
    ['selection', 's_a', false],
    ['test', 'F', false],
    ['selection', 's_b', true],
    ['test', 'F', true],
  ])
})
