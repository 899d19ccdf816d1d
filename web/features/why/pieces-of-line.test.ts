import { expect, test } from 'vitest'
import { type FieldSource, originWords } from './origin-words.ts'
import { piecesOfLine } from './pieces-of-line.ts'

const source = (field: string, ...bytes: [number, number][]): FieldSource => ({
  field,
  kind: 'line',
  parser: 'sshd@2',
  bytes: bytes.map(([start, end]) => ({ start, end })),
})

test('the line is cut at bytes, also behind letters of several, and nothing of it is lost', () => {
  const raw = 'ü😀 root end'
  const pieces = piecesOfLine(raw, [
    source('whole', [0, 15]),
    source('user', [7, 11]),
    source('face', [2, 6]),
  ])
  expect(pieces.map(({ text, fields }) => [text, fields])).toEqual([
    ['ü', ['whole']],
    ['😀', ['face', 'whole']],
    [' ', ['whole']],
    ['root', ['user', 'whole']],
    [' end', ['whole']],
  ])
  expect(pieces.map(({ text }) => text).join('')).toBe(raw)
  expect(pieces.filter(({ begins }) => begins).map(({ text }) => text)).toEqual(['ü', '😀', 'root'])
})

test('a line that nothing was read from is one piece', () => {
  expect(piecesOfLine('as it is', [])).toEqual([{ text: 'as it is', start: 0, fields: [], begins: false }])
})

test.each([
  [source('a', [12, 26]), 'from bytes 12–25 by sshd 2'],
  [source('a', [12, 13]), 'from byte 12 by sshd 2'],
  [source('a', [1, 2], [3, 5], [6, 8], [9, 10]), 'from bytes 1, 3–4, 6–7 and 1 more by sshd 2'],
  [{ ...source('a'), kind: 'parser' as const }, 'set by sshd 2 for such lines'],
])('%j is %s', (one, words) => {
  expect(originWords(one)).toBe(words)
})
