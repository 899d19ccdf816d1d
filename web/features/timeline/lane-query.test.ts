import { expect, it } from 'vitest'
import { laneQuery } from './lane-query.ts'

it('narrows to the events of a lane', () => {
  expect(laneQuery('', 'host', { value: 'web01', site: '' })).toBe('host.name:web01')
  expect(laneQuery('a or b', 'user', { value: 'x or y', site: '' })).toBe('(a or b) and user.name:"x or y"')
  expect(laneQuery('', 'host', { value: 'web01', site: 'berlin' })).toBe(
    'host.name:web01 and nightjar.site:berlin',
  )
  expect(laneQuery('root', 'category', { value: '', site: '' })).toBe('not event.category:* and (root)')
  expect(laneQuery('root', 'source', { value: undefined, site: '' })).toBeUndefined()
})
