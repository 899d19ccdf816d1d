import { expect, it } from 'vitest'
import { keptMarks, keptWords } from './kept-marks.ts'

const on = (eventId: string, kind: 'pin' | 'tag' | 'note', text = '', isMine = false) => ({
  ...{ id: `${eventId} ${kind} ${text}`, eventId, eventTime: '2026-03-01T00:00:00Z', kind, text, isMine },
})

it('gathers what is kept by event, and knows the own pin among those of others', () => {
  const marks = keptMarks([
    on('a', 'pin'),
    on('b', 'note', 'odd'),
    on('a', 'pin', '', true),
    on('a', 'tag', 'night shift'),
    on('a', 'tag', '__proto__'),
    on('b', 'note', 'odder'),
  ])
  expect([...marks.keys()]).toEqual(['a', 'b'])
  expect(marks.get('a')).toMatchObject({
    pins: 2,
    ownPin: 'a pin ',
    tags: ['night shift', '__proto__'],
    notes: 0,
  })
  expect(marks.get('b')).toMatchObject({ pins: 0, ownPin: undefined, notes: 2 })
})

it('says it in words', () => {
  const [mark] = keptMarks([on('a', 'pin'), on('a', 'tag', 'x'), on('a', 'note', '1')]).values()
  expect(mark && keptWords(mark)).toBe('pinned, tagged x, 1 note')
  const [noted] = keptMarks([on('a', 'note', '1'), on('a', 'note', '2')]).values()
  expect(noted && keptWords(noted)).toBe('2 notes')
})
