import { expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { createRandomEvent } from '../../../e2e/testkit/create-random-event.ts'
import { createRandomRule, RANDOM_SOURCES } from '../../../e2e/testkit/create-random-rule.ts'
import { WORDS } from '../../../e2e/testkit/nasty-words.ts'
import type { Condition } from '../rule/condition.ts'
import { readRules } from '../rule/read-rules.ts'
import type { SigmaRule } from '../rule/sigma-rule.ts'
import { createRouter } from '../sources/create-router.ts'
import { eventFields } from '../sources/log-sources.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { compileTest, type Holds } from './compile-test.ts'
import { createMatcher } from './create-matcher.ts'
import { createEventView } from './event-view.ts'
import type { MatchInput } from './matcher.ts'
import { outlineExplanation } from './outline-explanation.ts'
import { resolveTest } from './resolve-condition.ts'
import { createSlots } from './slot.ts'

const chance = createChance(20_261_127)
const { pick, happens, below, some } = chance
const { families } = readLogSources(RANDOM_SOURCES, 'sources.yml')

/** What events hold, half of them long; rules seek parts of them. */
const LONG_TEXTS = Array.from({ length: 40 }, (_, number) =>
  Array.from({ length: number % 2 === 0 ? 60 : 8 }, () => pick(WORDS)).join(pick([' ', '/', ''])),
)

function partOfText(): string {
  const characters = [...pick(LONG_TEXTS)]
  const start = below(characters.length)
  const part = characters.slice(start, start + 1 + below(happens(0.3) ? 6 : 24)).join('')
  return happens(0.1) ? `${part}z` : happens(0.3) ? part.toUpperCase() : part
}

const quoted = (text: string) => JSON.stringify(text)
const list = (count: number, make: () => string) => `[${Array.from({ length: count }, make).join(', ')}]`
const literal = () => partOfText().replaceAll(/[^\p{L}\p{N} ]/gu, '.')
const FIELDS = ['message', 'message', 'alpha.cmd', 'Cmd']

/** Rules about parts of long texts: what the index keeps apart by length and place. */
function partRule(number: number): string {
  const item = () =>
    pick([
      () => `${pick(FIELDS)}|${pick(['contains', 'startswith', 'endswith'])}: ${quoted(partOfText())}`,
      () => `${pick(FIELDS)}|contains|all: ${list(3, () => quoted(partOfText()))}`,
      () => `${pick(FIELDS)}|contains${pick(['', '|cased'])}: ${list(70, () => quoted(`${partOfText()}q`))}`,
      () =>
        `${pick(FIELDS)}|contains: ${list(66, () => quoted(`${partOfText()}${pick(['q', 'q', 'q', ''])}`))}`,
      () =>
        `${pick(FIELDS)}|re${pick(['', '|i', '|s'])}: ${quoted(`${literal()}.*(${literal()}|${literal()})`)}`,
      () => `${pick(FIELDS)}: ${quoted(`*${partOfText()}*${partOfText()}?`)}`,
    ])()
  const selection = (name: string) =>
    happens(0.4)
      ? `  ${name}: ${list(1 + below(4), () => quoted(pick([partOfText(), `${partOfText()}*${partOfText()}`])))}`
      : `  ${name}: { ${[...new Map(some(2, item).map((text) => [text.split(':')[0], text])).values()].join(', ')} }`
  const source = pick(['product: alpha', 'category: start', 'product: gamma', 'service: back'])
  const condition = pick(['a', 'a', 'a or b', 'a and not b', 'not a and b'])
  return `title: Part ${number}\nlogsource: { ${source} }\ndetection:\n${selection('a')}\n${selection('b')}\n  condition: ${condition}`
}

const randomRule = createRandomRule(chance)
function rulesOf(count: number, first: number): SigmaRule[] {
  const texts = Array.from({ length: count }, (_, i) => {
    const id = `id: 00000000-0000-4000-8000-${String(first + i).padStart(12, '0')}\n`
    return id + (i % 2 === 0 ? randomRule(i) : partRule(i))
  })
  return texts.flatMap((text) => readRules(text, 'random.yml').rules)
}

const randomEvent = createRandomEvent(chance, '')
function eventOf(position: number): MatchInput {
  const event = randomEvent(position)
  if (happens(0.3)) return event
  const longer: MatchInput['fields'] = Object.fromEntries(
    some(4, () => [
      pick(['message', 'message', 'alpha.cmd', 'process.command_line', 'Free']),
      happens(0.2) ? some(3, () => pick(LONG_TEXTS)) : happens(0.1) ? null : pick(LONG_TEXTS),
    ]),
  )
  const fields = { ...event.fields, ...longer }
  const text = pick(LONG_TEXTS)
  const raw = pick([
    text,
    `${partOfText()} ${text}`,
    `<e>${text}`,
    JSON.stringify(fields),
    JSON.stringify({ ...fields, more: partOfText() }),
    JSON.stringify({ fields }).replaceAll('e', '\\u0065'),
    event.raw,
  ])
  return { fields, raw }
}

/** Rules judged with nothing left out and nothing shared. */
function createPlainJudge(rules: readonly SigmaRule[]): (event: MatchInput) => SigmaRule[] {
  const router = createRouter(families)
  const view = createEventView()
  const judged = rules.map((rule) => ({ rule, holds: plain(rule.condition, rule) }))
  return (event) => {
    view.show(event)
    const meets = router.meeting(event)
    return judged.flatMap(({ rule, holds }) => (meets(rule.logSource) && holds(view) ? [rule] : []))
  }
}

function plain(condition: Condition, rule: SigmaRule): Holds {
  switch (condition.kind) {
    case 'test': {
      const namesOf = (field: string) => eventFields(families, rule.logSource, field)
      return compileTest(resolveTest(condition.test, { slots: createSlots(), namesOf }))
    }
    case 'selection':
      return plain(condition.of, rule)
    case 'not': {
      const inner = plain(condition.of, rule)
      return (view) => !inner(view)
    }
    default: {
      const of = condition.of.map((child) => plain(child, rule))
      return condition.kind === 'all'
        ? (view) => of.every((holds) => holds(view))
        : (view) => of.some((holds) => holds(view))
    }
  }
}

test('what the matcher wakes, shares and sketches changes no answer', { timeout: 60_000 }, () => {
  const rules = rulesOf(400, 0)
  const own = rulesOf(60, 380)
  const off = rules.filter(() => happens(0.1)).map(({ id }) => id)
  expect(rules.length + own.length).toBeGreaterThan(380)
  const matcher = createMatcher(rules, families)
  const tenant = matcher.overlay({ off, own })
  const gone = new Set([...off, ...own.map(({ id }) => id)])
  const judge = createPlainJudge(rules)
  const judgeOwn = createPlainJudge(own)
  let matched = 0
  for (let position = 0; position < 250; position++) {
    const event = eventOf(position)
    const expected = judge(event)
    matched += expected.length
    expect(titles(matcher.match(event)), JSON.stringify(event.fields)).toEqual(titles(expected))
    const ofTenant = [...expected.filter(({ id }) => !gone.has(id)), ...judgeOwn(event)]
    expect(titles(matcher.match(event, tenant))).toEqual(titles(ofTenant))
    const rule = pick(rules)
    const { matches, routed, source, condition } = matcher.explain(rule, event)
    expect(matches).toBe(expected.includes(rule))
    const { known: _, ...parts } = source
    expect([Object.keys(parts), Object.values(parts).every(Boolean)]).toEqual([
      Object.keys(rule.logSource).filter((part) => part in parts),
      routed,
    ])
    expect(outlineExplanation(condition).rows[0]?.holds).toBe(condition.holds)
  }
  expect(matched).toBeGreaterThan(3_000)
})

const titles = (rules: readonly SigmaRule[]) => rules.map(({ id, title }) => `${id} ${title}`)
