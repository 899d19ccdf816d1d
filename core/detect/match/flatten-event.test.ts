import { expect, test } from 'vitest'
import { flattenEvent } from './flatten-event.ts'

test('joins nested names, keeps flat ones first, gathers lists', () => {
  const fields = flattenEvent({
    'a.b': 1,
    a: { b: 2, c: null },
    list: [{ x: 1 }, { x: 'two' }],
    tags: ['p', 'q'],
    empty: {},
  })
  expect({ ...fields }).toEqual({
    'a.b': 1,
    a: [],
    'a.c': null,
    list: [],
    'list.x': [1, 'two'],
    tags: ['p', 'q'],
    empty: [],
  })
})

test('a key named like a method of objects is a field like any other', () => {
  const fields = flattenEvent(JSON.parse('{"__proto__":"x","constructor":"y"}'))
  expect(Object.keys(fields)).toEqual(['__proto__', 'constructor'])
})

test('takes time in proportion to the event', () => {
  const list = Array.from({ length: 1_000_000 }, (_, i) => i)
  expect(flattenEvent({ list }).list).toHaveLength(list.length)
  const leaves = Object.fromEntries(list.slice(0, 200_000).map((i) => [`n${i}`, i]))
  expect({ ...flattenEvent({ ['k'.repeat(4_000_000)]: leaves, a: 1 }) }).toEqual({ a: 1 })
})

test('a flat list is not lengthened by a nested one', () => {
  expect({ ...flattenEvent({ 'a.b': [1], a: [{ b: 2 }] }) }).toEqual({ 'a.b': [1], a: [] })
})
