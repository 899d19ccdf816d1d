import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createCategorise } from '#core/categorise/categorise'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from '../read-category-folder.ts'
import { ownLogSources, ownRules, readLogSourceFolder, readRuleFolder } from '../read-rule-folder.ts'

const { rules, errors } = await readRuleFolder(ownRules)
const sources = await readLogSourceFolder(ownLogSources)
const matcher = createMatcher(rules, sources.families)
const parseLine = createParseLine()
const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)

function matching(raw: string): string[] {
  const { fields } = parseLine(raw, 'auto', { received: Date.UTC(2026, 2, 10, 13), zoneMinutes: 0 })
  categorise(fields)
  return matcher.match({ fields, raw }).map((rule) => rule.id)
}

test('rules and log sources load', () => {
  expect(errors).toEqual([])
  expect(sources.errors).toEqual([])
  expect(rules.length).toBeGreaterThan(30)
})

describe.each(rules.map((rule) => [rule.file, rule] as const))('%s', (file, rule) => {
  const lines = parse(readFileSync(join(ownRules, file.replace(/\.yml$/, '.tests.yml')), 'utf8')) as {
    matches: string[]
    ignores: string[]
  }

  test('matches what it must and nothing else', () => {
    expect(lines.matches.length).toBeGreaterThan(0)
    expect(lines.ignores.length).toBeGreaterThan(0)
    for (const line of lines.matches) expect(matching(line), line).toContain(rule.id)
    for (const line of lines.ignores) expect(matching(line), line).not.toContain(rule.id)
  })

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
