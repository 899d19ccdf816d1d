import { expect, it } from 'vitest'
import { fromInput, toInput } from './datetime-input.ts'

it('goes there and back, in either zone', () => {
  const instant = Date.parse('2026-11-23T08:00:05Z')
  expect(toInput(instant, 'utc')).toBe('2026-11-23 08:00:05')
  for (const zone of ['utc', 'local'] as const) expect(fromInput(toInput(instant, zone), zone)).toBe(instant)
})

it('takes a day or a minute', () => {
  expect(fromInput('2026-11-23', 'utc')).toBe(Date.parse('2026-11-23T00:00:00Z'))
  expect(fromInput(' 2026-11-23 08:15 ', 'utc')).toBe(Date.parse('2026-11-23T08:15:00Z'))
})

it.each(['', 'noon', '2026-13-40 08:00', '23.11.2026', '2026-11-23 08'])('refuses %j', (text) => {
  expect(fromInput(text, 'utc')).toBeUndefined()
})
