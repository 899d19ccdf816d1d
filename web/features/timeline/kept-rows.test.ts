import { expect, it } from 'vitest'
import { keptRows } from './kept-rows.ts'
import type { TimelineEvent } from './lane.ts'

const event = (id: string) => ({ id, time: '2026-03-01T00:00:00Z' }) as TimelineEvent

it('makes one row of what is kept of an event, and counts events that are gone', () => {
  const { rows, reasons, gone } = keptRows([
    { eventId: 'a', kind: 'note', text: 'odd hour', event: event('a') },
    { eventId: 'gone', kind: 'pin', text: '', event: undefined },
    { eventId: 'b', kind: 'pin', text: '', madeBy: { name: 'Anna' }, event: event('b') },
    { eventId: 'a', kind: 'tag', text: 'door', event: event('a') },
    { eventId: 'a', kind: 'pin', text: '', madeBy: null, event: event('a') },
  ])
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(reasons.get('a')).toBe('odd hour · #door · pinned by an API token')
  expect(reasons.get('b')).toBe('pinned by Anna')
  expect(gone).toBe(1)
})
