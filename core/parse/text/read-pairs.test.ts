import { expect, it } from 'vitest'
import { readPairs } from './read-pairs.ts'

const pairs = (text: string, separator?: string) => Object.fromEntries(readPairs(text, separator))

it('reads bare and quoted values', () => {
  expect(pairs(`a=1  b="two words" c='x' d= e=""`)).toEqual({ a: '1', b: 'two words', c: 'x', d: '', e: '' })
  expect(pairs('id=firewall msg="a \\"b\\" \\\\ c" n=2')).toEqual({
    id: 'firewall',
    msg: 'a "b" \\ c',
    n: '2',
  })
})

it('passes over words without a value and keeps `=` in values', () => {
  expect(pairs('kernel: DROP IN=eth0 OUT= url=http://a/?b=c SYN')).toEqual({
    IN: 'eth0',
    OUT: '',
    url: 'http://a/?b=c',
  })
})

it('takes another separator, and the first of two', () => {
  expect(pairs('a=1, b=two words ,c=3,a=9', ',')).toEqual({ a: '1', b: 'two words', c: '3' })
})

it('takes a quote that is never closed for text', () => {
  expect(pairs('a="b c=d')).toEqual({ a: '"b', c: 'd' })
})

it('bounds how many', () => {
  expect(readPairs('a'.repeat(9) + Array.from({ length: 5_000 }, (_, i) => ` k${i}=v`).join('')).size).toBe(
    1_000,
  )
})
