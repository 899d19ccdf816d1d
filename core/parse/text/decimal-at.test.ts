import { expect, it } from 'vitest'
import { decimalAt } from './decimal-at.ts'

it.each([
  '0',
  '7',
  '-7',
  '-0',
  '443',
  '0.000390',
  '-12.5',
  '3600.000000',
  '123456789012345',
  '0.1',
  '9007199.2547',
])('is what Number makes of it: %s', (text) => {
  expect(decimalAt(`a${text}b`, 1, text.length + 1)).toBe(Number(text))
})

it('is what Number makes of many more', () => {
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  for (let i = 0; i < 5_000; i++) {
    const whole = Math.floor(random() * 10 ** Math.floor(random() * 9))
    const places = String(random()).slice(2, 3 + Math.floor(random() * 6))
    const text = random() < 0.5 ? `${whole}` : `${whole}.${places}`
    expect(decimalAt(text, 0, text.length)).toBe(Number(text))
  }
})

it.each(['', '-', '.', '.5', '5.', '1.2.3', '1e3', ' 1', '0x10', '1234567890123456', '0.123456789012345'])(
  'leaves other forms alone: %s',
  (text) => {
    expect(decimalAt(text, 0, text.length)).toBeNaN()
  },
)
