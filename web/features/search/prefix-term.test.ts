import { expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import { prefixTerm } from './prefix-term.ts'

it.each(['ro', 'NT AUTH', 'C:\\Win', 'a*b', '(x', 'say "', '<5', '[1', '/etc/'])(
  'takes %j literally',
  (typed) => {
    expect(parseSearch(prefixTerm('user.name', typed))).toMatchObject({
      ok: true,
      tree: { kind: 'is', field: 'user.name', pattern: [{ text: typed }, '*'] },
    })
  },
)

it('writes a name as a search has it', () => {
  expect(prefixTerm('my field', 'x')).toBe('my\\ field:x*')
})

it('asks for anything where nothing is typed', () => {
  expect(prefixTerm('user.name', '"')).toBe('')
})
