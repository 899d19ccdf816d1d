import { expect, it } from 'vitest'
import { keptPaths } from './kept-paths.ts'

const frame = { span: { from: 0, to: 1_000 }, width: 100, pitch: 24 }
const mark = (at: number, pins: number) => ({
  ...{ eventId: `${at}`, time: new Date(at).toISOString(), pins, ownPin: undefined, tags: [], notes: 1 },
})

it('draws pins as barred lines and the rest as flags, each where its event is', () => {
  const { pins, flags } = keptPaths([mark(100, 1), mark(500, 0)], frame, 48)
  expect(pins).toMatch(/^M10 0v48/)
  expect(flags).toMatch(/^M50 48V/)
})

it('leaves out what is not in sight', () => {
  const hour = { ...frame, span: { from: 2_000, to: 3_000 } }
  expect(keptPaths([mark(100, 1), mark(500, 0), mark(3_000, 1)], hour, 48)).toEqual({ pins: '', flags: '' })
})
