import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createMatcher } from './match/create-matcher.ts'
import { flattenEvent } from './match/flatten-event.ts'
import { applyFilters } from './rule/apply-filters.ts'
import { checkCorrelations } from './rule/check-correlations.ts'
import { readRules } from './rule/read-rules.ts'

/** Cases gathered beside the checkout; what docs/sigma.md decides among the ambiguous ones is what they expect. */
const CASES = '../shared/sigma/conformance.json'

interface Case {
  id: string
  rule: string
  event?: Record<string, unknown>
  events?: unknown[]
  expected: boolean | 'error'
  placeholders?: Record<string, string[]>
  expected_rules?: number
}

const found = existsSync(CASES)
const { cases } = found ? (JSON.parse(readFileSync(CASES, 'utf8')) as { cases: Case[] }) : { cases: [] }

test('detection cases come out as expected', (context) => {
  if (!found) context.skip(`${CASES} is not there`)
  const detection = cases.filter((one) => one.event !== undefined)
  const wrong = detection.filter((one) => outcome(one) !== one.expected)
  process.stdout.write(`conformance: ${detection.length - wrong.length} of ${detection.length}\n`)
  expect(detection.length).toBeGreaterThan(150)
  expect(wrong.map((one) => one.id)).toEqual([])
})

test('collections give as many rules as expected', (context) => {
  if (!found) context.skip(`${CASES} is not there`)
  const counted = cases.filter((one) => one.expected_rules !== undefined)
  expect(counted.length).toBeGreaterThan(0)
  for (const { id, rule, expected_rules } of counted)
    expect([id, readRules(rule, 'case.yml').rules.length]).toEqual([id, expected_rules])
})

test('correlation cases load, or are refused where they should be', (context) => {
  if (!found) context.skip(`${CASES} is not there`)
  const correlation = cases.filter((one) => one.events !== undefined)
  const wrong = correlation.filter(({ rule, expected }) => {
    const { rules, correlations, errors } = readRules(rule, 'case.yml')
    const checked = checkCorrelations(correlations, rules)
    const loads = errors.length + checked.errors.length === 0 && checked.correlations.length > 0
    return loads !== (expected !== 'error')
  })
  expect(correlation.length).toBeGreaterThan(20)
  expect(wrong.map((one) => one.id)).toEqual([])
})

function outcome({ rule, event = {}, placeholders = {} }: Case): boolean | 'error' {
  const { rules, filters, errors } = readRules(rule, 'case.yml', placeholders)
  if (errors.length > 0) return 'error'
  const matcher = createMatcher(applyFilters(rules, filters).rules, 'as-is')
  return matcher.match({ fields: flattenEvent(event), raw: '' }).length > 0
}
