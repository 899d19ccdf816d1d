import { expect, it, test } from 'vitest'
import { markedParts } from './marked-parts.ts'

const told = (text: string, values: string[]) =>
  markedParts(text, values)
    .map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part))
    .join('')

test.each([
  ['Accepted password for root from 10.0.0.7', ['root'], 'Accepted password for [root] from 10.0.0.7'],
  ['user=ROOT uid=0', ['root'], 'user=[ROOT] uid=0'],
  ['rooted root, root2', ['root'], 'rooted [root], root2'],
  ['from 10.0.0.70 to 10.0.0.7', ['10.0.0.7'], 'from 10.0.0.70 to [10.0.0.7]'],
  ['{"path":"C:\\\\a.exe"}', ['C:\\a.exe'], '{"path":"[C:\\\\a.exe]"}'],
  ['a b', ['b', 'a b'], '[a b]'],
  ['nothing', ['', 'x'], 'nothing'],
  ['', ['x'], ''],
  ['<img src=x>', ['<img'], '[<img] src=x>'],
])('%j with %j', (text, values, expected) => {
  expect(told(text, values)).toBe(expected)
})

it('loses nothing of the text, whatever is marked', () => {
  for (const text of ['İstanbul root', 'a'.repeat(300), 'root '.repeat(200)])
    expect(
      markedParts(text, ['root', 'a'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})

it('marks a bounded number', () => {
  expect(markedParts('root '.repeat(5_000), ['root']).filter(({ isMarked }) => isMarked)).toHaveLength(50)
})
