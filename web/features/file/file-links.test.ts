import { expect, it } from 'vitest'
import { fileLink } from './file-links.ts'

const file = {
  search: 'nightjar.source:1',
  findings: { from: '2019-03-02T10:20:00.000Z', to: '2019-03-02T10:21:00.000Z' },
}
const asked = (link: string | undefined) => Object.fromEntries(new URL(link ?? '', 'http://x').searchParams)

it('leads to the events of a file alone, in a range that fits them', () => {
  const range = '2019-03-02T10:20:00.000Z~2019-03-02T10:21:00.000Z'
  expect(asked(fileLink('/t/kestrel', 'timeline', file))).toEqual({ q: 'nightjar.source:1', range })
  expect(asked(fileLink('/t/kestrel', 'search', file, 'rule.id:"a&b"')).q).toBe(
    'nightjar.source:1 and rule.id:"a&b"',
  )
})

it('leads nowhere while nothing is stored', () => {
  expect(
    fileLink('/t/kestrel', 'search', { search: 'x', findings: { from: null, to: null } }),
  ).toBeUndefined()
})
