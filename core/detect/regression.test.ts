import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createParseLine } from '../parse/parse-line.ts'
import { createMatcher } from './match/create-matcher.ts'
import { readRules } from './rule/read-rules.ts'
import { readLogSources } from './sources/read-log-sources.ts'

/** SigmaHQ's rules and the Windows events that they must fire on, where they lie beside the checkout. */
const CORPUS = '../shared/sigma/corpus'
const CASES = '../shared/logs/cases/sigma-regression.ndjson.gz'
const SOURCES = 'rules/log-sources'

interface Case {
  expected: { rule_id: string; min_matches: number }
  events_json: Record<string, unknown>[]
}

const found = existsSync(CORPUS) && existsSync(CASES)

test('thousands of rules load, and each fires on its own events through our parser', (context) => {
  if (!found) context.skip(`${CORPUS} or ${CASES} is not there`)
  const folders = ['rules', 'rules-emerging-threats', 'rules-threat-hunting', 'rules-compliance']
  const files = folders.flatMap((folder) =>
    readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yml'))
      .map((file) => join(CORPUS, folder, file)),
  )
  const read = files.map((file) => readRules(readFileSync(file, 'utf8'), file))
  // Placeholders are for whoever runs the rule to fill in.
  const errors = read.flatMap(({ errors }) => errors).filter(({ message }) => !message.includes('stands for'))
  expect(errors).toEqual([])
  const rules = read.flatMap(({ rules }) => rules)
  expect(rules.length).toBeGreaterThan(3_700)

  const families = readdirSync(SOURCES).flatMap(
    (file) => readLogSources(readFileSync(join(SOURCES, file), 'utf8'), file).families,
  )
  const matcher = createMatcher(rules, families)
  const parseLine = createParseLine()
  const cases = gunzipSync(readFileSync(CASES)).toString().trim().split('\n')
  const silent = cases
    .map((line) => JSON.parse(line) as Case)
    .filter(({ expected, events_json }) => {
      const fired = events_json.filter((event) => {
        const raw = JSON.stringify(event)
        const { fields } = parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })
        return matcher.match({ fields, raw }).some((rule) => rule.id === expected.rule_id)
      })
      return fired.length < expected.min_matches
    })
  expect(cases.length).toBeGreaterThan(100)
  expect(silent.map(({ expected }) => expected.rule_id)).toEqual([])
})
