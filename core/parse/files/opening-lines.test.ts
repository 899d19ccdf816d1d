import { expect, it } from 'vitest'
import { createOpeningLines } from './opening-lines.ts'

it.each([
  ['the names of columns', [['time,user', '1,a'], ['2,b']], ['time,user']],
  [
    'marks at the beginning',
    [
      ['#separator \\x09', '#fields\tts'],
      ['1', '2'],
    ],
    ['#separator \\x09', '#fields\tts'],
  ],
  [
    'the newest marks of several',
    [['#Fields: a', '1', '#Version: 1', '#Fields: a b', '1 2']],
    ['#Version: 1', '#Fields: a b'],
  ],
  ['no line that is too long', [['x'.repeat(20_000), '#a']], ['#a']],
  ['so many and no more', [Array.from({ length: 50 }, () => '#')], Array(20).fill('#')],
])('keeps %s', (_, batches, expected) => {
  const opening = createOpeningLines()
  for (const line of batches.flat()) opening.take(line)
  expect(opening.lines()).toEqual(expected)
})
