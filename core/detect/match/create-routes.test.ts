import { expect, test } from 'vitest'
import { createChance } from '../../../e2e/testkit/create-chance.ts'
import { createRouter } from '../sources/create-router.ts'
import { readLogSources } from '../sources/read-log-sources.ts'
import { createRoutes } from './create-routes.ts'
import { createEventView } from './event-view.ts'

const { families, errors } = readLogSources(
  `- product: p
  when: { module: [p, q] }
  categories:
    a: { when: { kind: a, flag: '*' } }
    b: { when: [{ kind: [b, c] }, { other: '*' }] }
- product: r
  when: { module: r }`,
  'sources.yml',
)
const router = createRouter(families)

test('events of a route meet the same rules, and made-up values make no new ones', () => {
  expect(errors).toEqual([])
  const routes = createRoutes(router)
  const view = createEventView()
  const { below, pick } = createChance(5)
  const word = () => pick(['p', 'P', 'q', 'r', 'a', 'b', 'C', 'none', `${below(10_000)}`, 7, true])
  const seen = new Map<object, string>()
  for (let i = 0; i < 2_000; i++) {
    const fields: Record<string, string | number | boolean | (string | number | boolean)[]> = { noise: i }
    for (const name of ['module', 'kind', 'flag', 'other']) {
      const value = pick([undefined, word(), [word() ?? '', word() ?? '']])
      if (value !== undefined) fields[name] = value
    }
    const event = { fields, raw: '' }
    const meets = router.meeting(event)
    const met = ['a', 'b', 'c']
      .flatMap((category) => ['p', 'r', 's'].map((product) => meets({ product, category })))
      .join()
    view.show(event)
    const route = routes.of(view)
    expect(seen.get(route) ?? met).toBe(met)
    seen.set(route, met)
  }
  expect(seen.size).toBeGreaterThan(20)
  expect(seen.size).toBeLessThan(700)
})
