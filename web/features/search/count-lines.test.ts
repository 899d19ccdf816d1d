import { expect, it } from 'vitest'
import { countLines } from './count-lines.ts'

it.each([
  ['', 0],
  ['a', 0],
  ['a\nb\n', 2],
  ['\n\n', 2],
])('%j ends %d lines', (text, lines) => {
  expect(countLines(new TextEncoder().encode(text))).toBe(lines)
})
