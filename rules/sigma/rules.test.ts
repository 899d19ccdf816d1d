import { describe, expect, test } from 'vitest'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createEventReader } from '../create-event-reader.ts'
import { ownLogSources, ownRules, readLogSourceFolder, readRuleFolder } from '../read-rule-folder.ts'
import { runRuleTests } from '../run-rule-tests.ts'

const { rules, errors } = await readRuleFolder(ownRules)
const sources = await readLogSourceFolder(ownLogSources)

test('rules and log sources load', () => {
  expect(errors).toEqual([])
  expect(sources.errors).toEqual([])
  expect(rules.length).toBeGreaterThan(30)
})

test('each rule matches what it must and nothing else', async () => {
  const read = await createEventReader({
    format: 'auto',
    zoneMinutes: 0,
    received: Date.UTC(2026, 2, 10, 13),
  })
  const run = await runRuleTests(ownRules, createMatcher(rules, sources.families), read)
  expect(run).toMatchObject({ failures: [], untested: [], errors: [] })
  expect(run.tried).toBeGreaterThan(rules.length * 2)
})

describe.each(rules.map((rule) => [rule.file, rule] as const))('%s', (_, rule) => {
  test('says who, what and how grave', () => {
    expect(rule.author).toBe('Nightjar')
    expect(rule.license).toBe('Apache-2.0')
    expect(rule.attack.length).toBeGreaterThan(0)
    expect(rule.description?.length).toBeGreaterThan(40)
    expect(rule.falsePositives.length).toBeGreaterThan(0)
    expect(rule.entityField).toBeDefined()
    expect(rule.text).toMatch(/^level: /m)
  })
})
