import { expect, test } from 'vitest'
import { escapeText } from './escape-text.ts'

test('nothing steers the terminal: control characters, direction marks, lone surrogates', () => {
  expect(escapeText('a\u001b[31mb\n\r\t\u009b\u0000')).toBe('a\\x1b[31mb\\n\\r\\t\\x9b\\x00')
  expect(escapeText('\u202eexe.txt\u2028\u200b\ud800')).toBe('\\u{202e}exe.txt\\u{2028}\\u{200b}\\u{d800}')
  expect(escapeText('zażółć 😀 ✓')).toBe('zażółć 😀 ✓')
})

test('long text is cut before it is escaped', () => {
  expect(escapeText('x'.repeat(1_000_000), 5)).toBe('xxxx…')
  expect(escapeText('12345', 5)).toBe('12345')
})
