import { expect, test } from 'vitest'
import { readRules } from '../rule/read-rules.ts'
import { createRouter } from '../sources/create-router.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { createPartitions } from './create-partitions.ts'
import type { Route } from './create-routes.ts'
import { createEventView } from './event-view.ts'
import { createGramCounts } from './grams.ts'
import { createTextBuffer } from './text-buffer.ts'

const SERVICES = Array.from({ length: 10 }, (_, i) => `s${i}`)
const RULES_EACH = 20

const { families, errors } = readLogSources(
  `product: p\nwhen: { module: p }\ncomplete: { module: p }\nservices:\n${SERVICES.map((name) => `  ${name}: { when: { service: ${name} } }`).join('\n')}`,
  'sources.yml',
)
const { rules } = readRules(
  SERVICES.flatMap((service) =>
    Array.from(
      { length: RULES_EACH },
      () =>
        `title: T\nlogsource: { product: p, service: ${service} }\ndetection: { a: { x: 1 }, condition: a }`,
    ),
  ).join('\n---\n'),
  'a.yml',
)
const router = createRouter(families)
const options = { rules, grams: createGramCounts(), witnessOf: () => undefined }

function routeOf(services: readonly string[]): Route {
  const event = router.reduce({ fields: { module: 'p', service: services }, raw: '' })
  return { event, meets: router.meeting(event) }
}

const view = createEventView()
const buffer = createTextBuffer()

/** Every set of services. */
function* combinations(): Generator<string[]> {
  for (let bits = 0; bits < 2 ** SERVICES.length; bits++)
    yield SERVICES.filter((_, i) => (bits & (1 << i)) !== 0)
}

test('finds the rules of every combination, and remembers no more of them than it may', () => {
  expect(errors).toEqual([])
  const maxSize = 1_000
  const partitions = createPartitions({ ...options, maxSize })
  for (let round = 0; round < 2; round++) {
    for (const services of combinations()) {
      const woken: number[] = []
      partitions.wake(routeOf(services), view, buffer, woken)
      const wanted = services.flatMap((name) =>
        Array.from({ length: RULES_EACH }, (_, i) => SERVICES.indexOf(name) * RULES_EACH + i),
      )
      expect(woken).toEqual(wanted)
      expect(partitions.size).toBeLessThanOrEqual(maxSize)
    }
  }
})

test('keeps one partition for all events that meet the same rules', () => {
  const partitions = createPartitions(options)
  const sizes = [['s1', 's2'], ['s2', 's1'], ['S1', 'other', 's2', 's2'], ['s1']].map((services) => {
    partitions.wake(routeOf(services), view, buffer, [])
    return partitions.size
  })
  expect(sizes).toEqual([2, 2, 2, 3].map((count) => count * RULES_EACH))
})

test('makes few partitions for a sender who makes up combinations', () => {
  let asked = 0
  const partitions = createPartitions({ ...options, witnessOf: () => void asked++ })
  for (const services of combinations()) partitions.wake(routeOf(services), view, buffer, [])
  expect(asked).toBeGreaterThan(256)
  // Each of 600 combinations of up to half of the rules would cost 84 on average.
  expect(asked).toBeLessThan(30_000)
})
