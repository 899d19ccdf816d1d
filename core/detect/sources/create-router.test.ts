import { describe, expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { ownLogSources, readLogSourceFolder } from '../../../rules/read-rule-folder.ts'
import type { MatchInput } from '../match/matcher.ts'
import type { LogSource } from '../rule/sigma-rule.ts'
import { clauseFields } from './clause-fields.ts'
import { createRouter } from './create-router.ts'
import type { Clause, SourceFamily, SourcePart } from './log-sources.ts'

const { families } = await readLogSourceFolder(ownLogSources)
const router = createRouter(families)
const eventOf = (fields: MatchInput['fields']): MatchInput => ({ fields, raw: '' })
const meets = (source: LogSource, fields: MatchInput['fields']) => router.meeting(eventOf(fields))(source)

function isOnlyOfZeek({ product, category, service }: LogSource): boolean {
  const owners = families.filter(
    ({ products, categories, services }) =>
      (product === undefined || products.includes(product)) &&
      (categories.has(category ?? '') || services.has(service ?? '')),
  )
  return owners.length > 0 && owners.every(({ products }) => products.includes('zeek'))
}

const SOURCES: LogSource[] = [
  { product: 'windows' },
  { product: 'linux' },
  { product: 'unheard-of' },
  { category: 'unheard-of' },
  { service: 'unheard-of' },
  ...families.flatMap((family) =>
    family.products
      .slice(0, 2)
      .flatMap((product): LogSource[] => [
        { product },
        { product, category: 'unheard-of' },
        ...[...family.categories.keys()].flatMap((category) => [{ category }, { product, category }]),
        ...[...family.services.keys()].flatMap((service) => [{ service }, { product, service }]),
      ]),
  ),
]

describe('with our log sources', () => {
  test("an event that tells nothing meets every rule, but for Zeek's, whose records all tell something", () => {
    for (const source of SOURCES)
      expect(meets(source, { message: 'x' }), JSON.stringify(source)).toBe(!isOnlyOfZeek(source))
    for (const source of SOURCES.filter(isOnlyOfZeek)) {
      expect(meets(source, { ts: 1 }), JSON.stringify(source)).toBe(true)
      expect(meets(source, { 'source.ip': '10.0.0.1' }), JSON.stringify(source)).toBe(true)
    }
  })

  test('a channel and id of Windows decide', () => {
    const created = { 'winlog.channel': 'Security', 'event.code': 4688 }
    expect(meets({ product: 'windows', category: 'process_creation' }, created)).toBe(true)
    expect(meets({ category: 'process_creation' }, created)).toBe(true)
    expect(meets({ product: 'windows', service: 'security' }, created)).toBe(true)
    expect(meets({ product: 'windows', category: 'registry_set' }, created)).toBe(false)
    expect(meets({ product: 'windows', service: 'system' }, created)).toBe(false)
    expect(meets({ product: 'linux', category: 'process_creation' }, created)).toBe(false)
    expect(meets({ category: 'webserver' }, created)).toBe(false)
  })

  test('the machine rules out other machines, but not what may run on it', () => {
    const host = { 'host.os.type': 'linux', 'event.dataset': 'ours.log' }
    for (const source of [{ product: 'linux' }, { category: 'webserver' }, { product: 'unheard-of' }])
      expect(meets(source, host), JSON.stringify(source)).toBe(true)
    expect(meets({ product: 'windows' }, host)).toBe(false)
    expect(meets({ product: 'macos', category: 'process_creation' }, host)).toBe(false)
    const access = { 'host.os.type': 'linux', 'event.dataset': 'nginx.access', 'event.module': 'nginx' }
    expect(meets({ category: 'webserver' }, access)).toBe(true)
    expect(meets({ category: 'proxy' }, access)).toBe(false)
  })

  test('a line of syslog may be of any service that does not speak against it', () => {
    const line = { 'event.dataset': 'syslog', 'log.syslog.facility.code': 10, 'process.name': 'pkexec' }
    expect(meets({ product: 'linux', service: 'auth' }, line)).toBe(true)
    expect(meets({ product: 'cisco', service: 'aaa' }, line)).toBe(true)
    expect(meets({ product: 'linux', service: 'cron' }, { ...line, 'process.name': 'sshd' })).toBe(false)
  })

  test('an agent that writes ECS alone is no channel', () => {
    const file = { 'host.os.type': 'windows', 'event.category': ['file'], 'event.type': ['creation'] }
    expect(meets({ product: 'windows', category: 'file_event' }, file)).toBe(true)
    expect(meets({ product: 'windows', category: 'file_delete' }, file)).toBe(false)
    // Sysmon's pipes are files in ECS, and no files to SIGMA.
    const pipe = { ...file, 'winlog.channel': 'Microsoft-Windows-Sysmon/Operational', 'event.code': '17' }
    expect(meets({ product: 'windows', category: 'file_event' }, pipe)).toBe(false)
    expect(meets({ product: 'windows', category: 'pipe_created' }, pipe)).toBe(true)
  })
})

describe('whatever an event says', () => {
  const { below: next, pick } = createChance(20261126)
  const fields = [...clauseFields(families)]
  const clauses = families.flatMap((family) =>
    [family, ...family.categories.values(), ...family.services.values()].flatMap(({ when }) => when),
  )

  /** Fields of one or two clauses, so that much holds, and a few more at random, so that much contradicts. */
  function randomFields(): Record<string, string | string[]> {
    const made: Record<string, string | string[]> = {}
    for (let i = next(3); i > 0; i--)
      for (const [field, wanted] of pick(clauses))
        if (wanted !== 'absent') made[field] = wanted === 'present' ? 'x' : pick([...wanted]).toUpperCase()
    for (let i = next(4); i > 0; i--) {
      const [field, known] = pick(fields)
      const word = () => pick([...known.keys(), 'other'])
      made[field] = next(4) === 0 ? [word(), word()] : word()
    }
    return made
  }

  test('a rule is met whenever a plain reading says it could apply, and only then', () => {
    for (let i = 0; i < 300; i++) {
      const made = randomFields()
      const wrong = SOURCES.filter((source) => meets(source, made) !== couldApply(source, made))
      expect(wrong, JSON.stringify(made)).toEqual([])
    }
  })

  test('long lists in all fields of a clause cost no more than their length', () => {
    const many = (word: string) => Array.from({ length: 200_000 }, (_, i) => (i % 2 ? word : `${word}${i}`))
    const lists = { 'event.category': many('process'), 'event.type': many('end'), 'process.name': many('x') }
    expect(meets({ product: 'linux', category: 'process_termination' }, lists)).toBe(true)
    expect(meets({ product: 'linux', category: 'file_event' }, lists)).toBe(false)
  })

  test('what is left of an event tell the same as the event', () => {
    for (let i = 0; i < 300; i++) {
      const event = eventOf({ ...randomFields(), noise: String(i) })
      const met = (of: MatchInput) => SOURCES.map((source) => (router.meeting(of)(source) ? 1 : 0)).join('')
      const all = met(event)
      expect(met(router.reduce(event))).toBe(all)
    }
  })
})

/** The rules of routing once more, in the order in which docs/sigma.md gives them and without a thought for cost. */
function couldApply({ product, category, service }: LogSource, event: Record<string, string | string[]>) {
  const texts = (field: string) => [event[field] ?? []].flat().map((text) => text.toLowerCase())
  const isTrue = (clause: Clause) =>
    [...clause].every(([field, wanted]) => {
      if (wanted === 'absent') return event[field] === undefined
      return wanted === 'present' ? event[field] !== undefined : texts(field).some((text) => wanted.has(text))
    })
  const says = (clauses: readonly Clause[]) => clauses.some(isTrue)
  const isOf = (family: SourceFamily) => says(family.when) || says(family.hosts)
  const mayBe = (family: SourceFamily) =>
    isOf(family) ||
    families.every((other) => !says(other.when) && (family.hosts.length === 0 || !says(other.hosts)))
  const named = families.filter(({ products }) => product === undefined || products.includes(product))

  const productFits =
    product === undefined ||
    (named.length > 0 ? named.some(mayBe) : families.every((family) => !says(family.when)))
  const fits = (
    name: string | undefined,
    partsOf: (family: SourceFamily) => ReadonlyMap<string, SourcePart>,
  ) => {
    if (name === undefined) return true
    const owners = named.filter((family) => partsOf(family).has(name))
    const isOther = (family: SourceFamily) =>
      [...partsOf(family)].some(([other, part]) => other !== name && !part.shared && says(part.when))
    if (owners.some((family) => says(partsOf(family).get(name)?.when ?? []))) return true
    if (owners.length === 0) return !named.some(isOther)
    return owners.some((family) => mayBe(family) && !isOther(family) && !says(family.complete))
  }
  return productFits && fits(category, (one) => one.categories) && fits(service, (one) => one.services)
}
