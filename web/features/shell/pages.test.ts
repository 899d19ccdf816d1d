import { expect, it } from 'vitest'
import { addressOf, PAGES, pageAt, pagesFrom } from './pages.ts'

const names = (pages: readonly { name: string }[]) => pages.map(({ name }) => name)

it.each([
  ['/all', 'All tenants'],
  ['/all/alerts', 'Alerts'],
  ['/t/kestrel', 'Overview'],
  ['/t/kestrel/search', 'Search'],
  ['/t/all/alerts/some-id', 'Alerts'],
  ['/t/kestrel/parsers/edit', 'Parsers'],
  ['/t/kestrel/events/some-id', undefined],
  ['/all/search', 'Search'],
  ['/login', undefined],
])('finds the page of %s: %s', (pathname, name) => {
  expect(pageAt(pathname)?.name).toBe(name)
})

it('leads back to each page by its own address', () => {
  for (const page of PAGES) expect(pageAt(addressOf(page, '/t/kestrel'))).toBe(page)
})

it('leads nobody to what is not theirs to see', () => {
  expect(names(pagesFrom({ hasTenant: true, manyTenants: false }))).not.toContain('All tenants')
  expect(names(pagesFrom({ hasTenant: false, manyTenants: true }))).toEqual([
    'All tenants',
    'Search',
    'Timeline',
    'Alerts',
  ])
})

it('has a key of its own for each page', () => {
  expect(new Set(PAGES.map(({ key }) => key)).size).toBe(PAGES.length)
})
