import { createCategorise } from '#core/categorise/categorise'
import { createMatcher } from '#core/detect/match/create-matcher'
import type { Matcher, MatchInput, TenantRules } from '#core/detect/match/matcher'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { createParseLine } from '#core/parse/parse-line'
import { readCorpus } from '../e2e/testkit/sigma-corpus.ts'
import { ownCategories, readCategoryFolder } from '../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder } from '../rules/read-rule-folder.ts'
import { alterRule } from './sigma/alter-rules.ts'
import { hostileEvents, hostileRules } from './sigma/hostile-events.ts'
import { readEvents } from './sigma/read-events.ts'
import { type Phase, timeChunks } from './sigma/time-chunks.ts'

/**
 * All SigmaHQ rules over 100,000 real Windows events and 100,000 of all kinds, one thread. Every `a_over_b` is the cost
 * of a over the cost of b in the same run. 30,000 rules are the corpus and seven copies of it with other literals; of
 * 1,000 tenants each has 20 rules off and 5 of its own; events come 20 of a tenant at a time, and once (`scattered`)
 * one at a time. Hostile events and a tenant's hostile rules are held against the mean event.
 */
const CHUNK = 500
const ROUNDS = 4
const VARIANT_LINES = 20_000
const COPIES = 7
const TENANT_OFF = 20
const TENANT_OWN = 5
const TENANT_RUN = 20
const HOSTILE_ROUNDS = 10
const HOSTILE_REPEATS = 50

interface Chunk {
  raws: readonly string[]
  events: MatchInput[]
}

async function main(): Promise<void> {
  const windows = await readEvents('windows-100k')
  const mixed = await readEvents('mixed-100k')
  if (!windows || !mixed) return say('skipped: ../shared/logs/bench is not here')
  const { rules } = await readCorpus()
  if (rules.length === 0) return say('skipped: ../shared/sigma/corpus is not here')
  const { families } = await readLogSourceFolder(ownLogSources)
  const normalise = await createNormalise()

  const built = measureBuild(rules, families, windows.slice(0, VARIANT_LINES).map(normalise))
  say(
    `${rules.length} rules: built in ${built.seconds.toFixed(2)} s, resident +${built.megabytes.toFixed(0)} MB`,
  )
  const costs: Record<'windows' | 'mixed', ReadonlyMap<string, number>> = {
    windows: new Map(),
    mixed: new Map(),
  }
  for (const [name, lines] of [
    ['windows', windows],
    ['mixed', mixed],
  ] as const) {
    costs[name] = timeChunks(cut(lines), ROUNDS, (raws): Chunk => ({ raws, events: [] }), [
      { name: 'JSON.parse', run: ({ raws }) => raws.forEach(parseJson) },
      { name: 'parse + normalise', run: (chunk) => (chunk.events = chunk.raws.map(normalise)) },
      matchPhase('match', built.matcher),
    ])
    print(name, costs[name])
  }
  // Before there are other matchers: a worker has one.
  const hostileEvent = slowest(built.matcher)
  const hostileRule = slowest(built.matcher, built.matcher.overlay({ own: hostileRules() }))
  const variants = timeVariants(windows.slice(0, VARIANT_LINES), rules, families, built.matcher, normalise)
  print('variants', variants)

  const { windows: own, mixed: other } = costs
  const figures = {
    match_over_json_parse: ratio(own, 'match', 'JSON.parse'),
    mixed_match_over_json_parse: ratio(other, 'match', 'JSON.parse'),
    match_over_parse: ratio(own, 'match', 'parse + normalise'),
    rules_30000_over_3755: ratio(variants, '30,000 rules', '3,755 rules'),
    rules_1000_over_3755: ratio(variants, '1,000 rules', '3,755 rules'),
    rules_100_over_3755: ratio(variants, '100 rules', '3,755 rules'),
    tenants_100_over_1: ratio(variants, '100 tenants', '3,755 rules'),
    tenants_1000_over_1: ratio(variants, '1,000 tenants', '3,755 rules'),
    tenants_1000_scattered_over_1: ratio(variants, 'scattered', '3,755 rules'),
    hostile_event_over_mean: round(hostileEvent / (own.get('match') ?? Number.NaN)),
    hostile_rules_over_mean: round(hostileRule / (own.get('match') ?? Number.NaN)),
    build_s: round(built.seconds),
    rss_growth_mb: Math.round(built.megabytes),
    reported_mb: Math.round(built.matcher.memory.bytes / 1e6),
    match_us: round(own.get('match') ?? 0),
    events_per_s: Math.round(1e6 / ((own.get('parse + normalise') ?? 0) + (own.get('match') ?? 0))),
  }
  say(JSON.stringify({ bench: 'sigma', figures }))
}

function cut(lines: readonly Buffer[]): Buffer[][] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, i) =>
    lines.slice(i * CHUNK, (i + 1) * CHUNK),
  )
}

async function createNormalise(): Promise<(line: string | Buffer) => MatchInput> {
  const parseLine = createParseLine()
  const categorise = createCategorise((await readCategoryFolder(ownCategories)).tables)
  return (line) => {
    const raw = line.toString()
    const { fields } = parseLine(raw, 'auto', { received: 0, zoneMinutes: 0 })
    categorise(fields)
    return { fields, raw }
  }
}

/** Until the first events of every kind were judged: what an event needs is built when it comes. */
function measureBuild(rules: readonly SigmaRule[], families: readonly SourceFamily[], events: MatchInput[]) {
  collectGarbage()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const matcher = createMatcher(rules, families)
  const seconds = (performance.now() - start) / 1000
  for (const event of events) matcher.match(event)
  collectGarbage()
  return { matcher, seconds, megabytes: (process.memoryUsage().rss - before) / 1e6 }
}

function timeVariants(
  lines: readonly Buffer[],
  rules: readonly SigmaRule[],
  families: readonly SourceFamily[],
  matcher: Matcher,
  normalise: (line: string) => MatchInput,
): ReadonlyMap<string, number> {
  const copies = Array.from({ length: COPIES }, (_, copy) => rules.map((rule) => alterRule(rule, copy)))
  const every = (step: number) => rules.filter((_, place) => place % step === 0)
  const thousand = createTenants(1_000, matcher)
  return timeChunks(cut(lines), ROUNDS, (raws): Chunk => ({ raws, events: raws.map(normalise) }), [
    matchPhase('100 rules', createMatcher(every(38), families)),
    matchPhase('1,000 rules', createMatcher(every(4).slice(0, 1_000), families)),
    matchPhase('3,755 rules', matcher),
    matchPhase('30,000 rules', createMatcher([...rules, ...copies.flat()], families)),
    matchPhase('100 tenants', matcher, createTenants(100, matcher)),
    matchPhase('1,000 tenants', matcher, thousand),
    matchPhase('scattered', matcher, thousand, 1),
  ])
}

function createTenants(count: number, matcher: Matcher): readonly TenantRules[] {
  const { rules } = matcher
  const ruleAt = (place: number) => rules[(place * 7_919) % rules.length] as SigmaRule
  return Array.from({ length: count }, (_, tenant) =>
    matcher.overlay({
      off: Array.from({ length: TENANT_OFF }, (_, i) => ruleAt(tenant * TENANT_OFF + i).id),
      own: Array.from({ length: TENANT_OWN }, (_, i) =>
        alterRule(ruleAt(tenant * TENANT_OWN + i), tenant % 26),
      ),
    }),
  )
}

function matchPhase(
  name: string,
  matcher: Matcher,
  tenants: readonly TenantRules[] = [],
  run = TENANT_RUN,
): Phase<Chunk> {
  let first = 0
  return {
    name,
    run({ events }) {
      for (const [place, event] of events.entries())
        matcher.match(event, tenants[(first + Math.floor(place / run)) % tenants.length])
      first += Math.floor(events.length / run)
    },
  }
}

/** Microseconds for the slowest of the events that were made to be slow. */
function slowest(matcher: Matcher, tenant?: TenantRules): number {
  const costs = [...hostileEvents()].map(([name, event]) => {
    let fastest = Number.POSITIVE_INFINITY
    for (let round = 0; round < HOSTILE_ROUNDS; round++) {
      const start = performance.now()
      for (let i = 0; i < HOSTILE_REPEATS; i++) matcher.match(event, tenant)
      fastest = Math.min(fastest, ((performance.now() - start) * 1000) / HOSTILE_REPEATS)
    }
    say(`hostile ${JSON.stringify(name)}${tenant ? ' and rules' : ''}: ${fastest.toFixed(0)} us`)
    return fastest
  })
  return Math.max(...costs)
}

function parseJson(raw: string): void {
  try {
    JSON.parse(raw)
  } catch {
    // Lines that are no JSON cost what it takes to see that.
  }
}

function collectGarbage(): void {
  if (!global.gc) throw new Error('run with --expose-gc')
  for (let i = 0; i < 3; i++) global.gc()
}

const round = (figure: number) => Math.round(figure * 100) / 100

function ratio(costs: ReadonlyMap<string, number>, name: string, base: string): number {
  return round((costs.get(name) ?? Number.NaN) / (costs.get(base) ?? Number.NaN))
}

function print(title: string, costs: ReadonlyMap<string, number>): void {
  say(`${title}: ${[...costs].map(([name, cost]) => `${name} ${cost.toFixed(2)} us`).join(', ')}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await main()
