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
