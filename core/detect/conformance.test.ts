import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMatcher } from './match/create-matcher.ts'
import { flattenEvent } from './match/flatten-event.ts'
import { readRules } from './rule/read-rules.ts'

/** Cases gathered beside the checkout; see docs/sigma.md for those that we decide otherwise. */
const CASES = '../shared/sigma/conformance.json'

interface Case {
  id: string
  title: string
  rule: string
  event?: Record<string, unknown>
  expected: boolean | 'error'
  placeholders?: Record<string, string[]>
  expected_rules?: number
}

/** What docs/sigma.md decides otherwise or leaves to a later version. */
const OTHERWISE: readonly string[] = [
  'types-22',
  'collection-02',
  'collection-03',
  'filter-01',
  'filter-02',
  'filter-03',
  'filter-05',
  'filter-08',
  'filter-09',
]

const found = existsSync(CASES)

test('detection cases come out as expected', (context) => {
  if (!found) context.skip(`${CASES} is not there`)
  const { cases } = JSON.parse(readFileSync(CASES, 'utf8')) as { cases: Case[] }
  const detection = cases.filter((one) => one.event !== undefined)
  const wrong = detection.filter((one) => outcome(one) !== one.expected)
  process.stdout.write(`conformance: ${detection.length - wrong.length} of ${detection.length}\n`)
  expect(detection.length).toBeGreaterThan(150)
  expect(wrong.map((one) => one.id)).toEqual(OTHERWISE)
})

function outcome({ rule, event = {}, placeholders = {} }: Case): boolean | 'error' {
  const { rules, errors } = readRules(rule, 'case.yml', placeholders)
  if (errors.length > 0) return 'error'
  return createMatcher(rules, 'as-is').match({ fields: flattenEvent(event), raw: '' }).length > 0
}
