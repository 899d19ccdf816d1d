import { expect, test } from 'vitest'
import { createCategorise } from '#core/categorise/categorise'
import { entityOf } from '#core/detect/entity-of'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createParseLine } from '#core/parse/parse-line'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, ownRules, readLogSourceFolder, readRuleFolder } from '../../rules/read-rule-folder.ts'
import { renderDemoLogs } from './render-demo-logs.ts'

const now = new Date('2026-03-10T15:30:00Z')
const logs = renderDemoLogs(now)
const { rules } = await readRuleFolder(ownRules)
const matcher = createMatcher(rules, (await readLogSourceFolder(ownLogSources)).families)
const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
const parseLine = createParseLine()

const events = logs.flatMap(({ tenant, source, site, format, lines }) =>
  lines.map((raw) => {
    const { fields, parser, time } = parseLine(raw, format, { received: now.getTime(), zoneMinutes: 0 })
    categorise(fields)
    const detections = matcher.match({ fields, raw }).map((rule) => {
      const { kind, value } = entityOf(rule, { fields, site, sourceId: source })
      return { rule: rule.file, level: rule.level, entity: `${kind} ${value}` }
    })
    return { tenant, source, raw, parser, time, detections }
  }),
)

/** One alert for each rule and entity, as the pipeline raises them. */
function alertsOf(tenant: string): string[] {
  const found = events.filter((event) => event.tenant === tenant).flatMap(({ detections }) => detections)
  return [...new Set(found.map(({ rule, entity }) => `${rule} ${entity}`))].sort()
}

test('tells of three tenants, a few thousand lines, the same every day', () => {
  expect(new Set(logs.map(({ tenant }) => tenant))).toEqual(new Set(['kestrel', 'borealis', 'mossgate']))
  expect(events.length).toBeGreaterThan(3_000)
  expect(events.length).toBeLessThan(6_000)
  expect(renderDemoLogs(now)).toEqual(logs)
})

test('ends at the present moment and fills the day before it', () => {
  const times = events.flatMap(({ time }) => (time === undefined ? [] : [Number(time / 1_000_000n)]))
  expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime())
  expect(Math.max(...times)).toBeGreaterThan(now.getTime() - 30 * 60_000)
  expect(Math.min(...times)).toBeGreaterThanOrEqual(now.getTime() - 86_400_000 - 1_000)
  expect(Math.min(...times)).toBeLessThan(now.getTime() - 20 * 3_600_000)
})

test('every line is read by a parser that gives it a time, but for the pumps that none knows', () => {
  for (const { source, raw, parser, time } of events) {
    expect(parser === 'raw@1', raw).toBe(source === 'infusion-pumps')
    expect(time === undefined, raw).toBe(source === 'infusion-pumps')
  }
})

test('most rules fire on the intrusion at Kestrel, and nearly all its alerts belong to it', () => {
  const story = events.filter(({ tenant, detections }) => tenant === 'kestrel' && detections.length > 0)
  const fired = new Set(story.flatMap(({ detections }) => detections.map(({ rule }) => rule)))
  expect(fired.size).toBeGreaterThanOrEqual(28)
  expect(alertsOf('kestrel').length).toBeLessThanOrEqual(fired.size + 2)
  expect(alertsOf('kestrel')).toContain('linux/ssh-service-account-from-internet.yml user svc-backup')
  expect(alertsOf('kestrel')).toContain('network/large-upload.yml ip 10.20.4.12')
})

test('everyday life raises few alerts elsewhere: two at Borealis, one at Mossgate', () => {
  expect(alertsOf('borealis')).toEqual([
    'linux/ssh-unknown-user.yml ip 198.51.100.23',
    'web/scanner-user-agent.yml ip 198.51.100.23',
  ])
  expect(alertsOf('mossgate')).toEqual([
    'windows/service-for-remote-execution.yml host mc-rad02.mossgate.example',
  ])
})
