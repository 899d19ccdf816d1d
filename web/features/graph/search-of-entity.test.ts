import { expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import { searchOfEntity } from './search-of-entity.ts'

it('names the fields that an entity comes from, its value taken literally', () => {
  expect(searchOfEntity({ kind: 'user', value: 'corp\\mira' })).toBe('user.name:mira and user.domain:corp')
  expect(searchOfEntity({ kind: 'user', value: 'mira' })).toBe('user.name:mira')
  expect(searchOfEntity({ kind: 'hash', value: 'ab12' })).toBe(
    'file.hash.sha256:ab12 or process.hash.sha256:ab12',
  )
  expect(searchOfEntity({ kind: 'rule', value: 'x' })).toBeUndefined()
})

it('is a search that the grammar takes, whatever the value', () => {
  for (const kind of ['host', 'address', 'domain', 'process', 'file', 'hash', 'user'] as const)
    for (const value of ['a" or *:*', 'c:\\a b\\', 'not', '*', 'fe80::1', '{{x}}'])
      expect(() => parseSearch(searchOfEntity({ kind, value }) ?? '')).not.toThrow()
})
