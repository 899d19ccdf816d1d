import { expect, test } from 'vitest'
import type { Fields } from '../../event/event.ts'
import { setSshUser } from './ssh-peers.ts'

test.each([
  ['bob', 'bob'],
  ['user bob', 'bob'],
  ['invalid user bob', 'bob'],
  ['illegal user bob', 'bob'],
  ['authenticating user bob', 'bob'],
  ['user185', 'user185'],
  ['user', 'user'],
  ['invalid user user', 'user'],
  ['invalid user', undefined],
  ['invalid user ', undefined],
  ['', undefined],
])('%j names %j', (words, name) => {
  const fields: Fields = {}
  setSshUser(fields, words)
  expect(fields['user.name']).toBe(name)
})
