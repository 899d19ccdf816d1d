import { expect, it } from 'vitest'
import { keyOf, parseEntityParam } from './entity-name.ts'
import { formatSteps, type GraphStep, parseSteps } from './graph-step.ts'

it('keeps every step, whatever a value holds', () => {
  const steps: GraphStep[] = [
    { do: 'expand', entity: { kind: 'user', value: 'corp\\mira;x' }, question: 'hosts', first: 50 },
    {
      do: 'path',
      from: { kind: 'address', value: 'fe80::1' },
      to: { kind: 'file', value: 'c:\\a > b, 100%3a.txt' },
    },
    { do: 'fold' },
    { do: 'fold', entity: { kind: 'host', value: '__proto__' } },
    { do: 'hide', entity: { kind: 'url', value: 'https://x.example/a;b:c' } },
  ]
  expect(parseSteps(formatSteps(steps))).toEqual(steps)
})

it('leaves out what it does not understand', () => {
  expect(
    parseSteps('expand:host:a:users:9999;hide:constructor:a;hide:host:;nonsense;fold:host:b;expand:host:a'),
  ).toEqual([{ do: 'fold', entity: { kind: 'host', value: 'b' } }])
  expect(parseSteps('')).toEqual([])
  expect(parseSteps(';fold'.repeat(500)).length).toBeLessThan(61)
})

it('tells entities apart, and reads what a link names', () => {
  expect(keyOf({ kind: 'host', value: 'a:b' })).not.toBe(keyOf({ kind: 'host', value: 'a%3ab' }))
  expect(parseEntityParam('address:fe80::1')).toEqual({ kind: 'address', value: 'fe80::1' })
  for (const text of [null, '', 'host', 'host:', ':x', 'toString:x'])
    expect(parseEntityParam(text)).toBeUndefined()
})
