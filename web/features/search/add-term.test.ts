import { describe, expect, it } from 'vitest'
import { parseSearch } from '#core/search/parse-search'
import { setFilter } from '../ask/search-terms.ts'
import { addHas, addTerm } from './add-term.ts'

function parsed(query: string) {
  const result = parseSearch(query)
  if (!result.ok) throw new Error(`${query}: ${result.errors[0]?.message}`)
  return result.tree
}

const VALUES = [
  'root',
  'C:\\Windows\\System32\\cmd.exe',
  'say "hi"',
  '*',
  'a*b?',
  'and',
  'NOT',
  '10.0.0.0/8',
  '>5',
  '[1 TO 5]',
  '/etc/passwd',
  'two words',
  'ends in \\',
  "it's (odd)",
  'ünï',
]

describe('addTerm', () => {
  it.each(VALUES)('takes %j literally', (value) => {
    expect(parsed(addTerm('', 'user.name', value, false))).toEqual({
      kind: 'is',
      field: 'user.name',
      pattern: [{ text: value }],
    })
  })

  it.each(['my field', 'app.kubernetes.io/name', '#text', 'size (bytes)'])('asks the field %j', (field) => {
    expect(parsed(addTerm('', field, 'x', false))).toMatchObject({ kind: 'is', field })
    expect(parsed(addHas('', field))).toEqual({ kind: 'exists', field })
    const without = setFilter(setFilter('', field, 'x', 'in'), field, 'x', 'out')
    expect(parsed(without)).toMatchObject({ kind: 'not', node: { kind: 'is', field } })
  })

  it('asks for an empty value', () => {
    expect(parsed(addTerm('', 'user.name', '', false))).toEqual({
      kind: 'is',
      field: 'user.name',
      pattern: [],
    })
  })

  it('narrows what is there, whatever its operators', () => {
    const tree = parsed(addTerm('one or two', 'host.name', 'db', true))
    expect(tree).toMatchObject({
      kind: 'and',
      nodes: [{ kind: 'or' }, { kind: 'not', node: { kind: 'is' } }],
    })
    expect(addTerm('user.name:root', 'host.name', 'db', false)).toBe('user.name:root and host.name:db')
  })
  it('narrows to what has a field', () => {
    expect(addHas('', 'nightjar.suspected_by')).toBe('nightjar.suspected_by:*')
    expect(addHas('one or two', 'host.name')).toBe('(one or two) and host.name:*')
  })
})
