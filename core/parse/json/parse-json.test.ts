import { expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

it('reads what is not deep as it is', () => {
  const text = `{"a":[1,{"b":null}],"__proto__":{"x":"${'y'.repeat(5_000)}"}}`
  expect(parseJson(text)).toEqual({ value: JSON.parse(text), isCut: false })
})

it.each([
  ['[', ']'],
  ['{"a":', '}'],
  ['[{"a":', '}]'],
])('leaves out what lies too deep, and keeps what stands beside it: %s', (open, close) => {
  const { value, isCut } = parseJson(`{"b":1,"c":${open.repeat(100_000)}1${close.repeat(100_000)}}`)
  expect(isCut).toBe(true)
  expect(value).toMatchObject({ b: 1 })
  expect(JSON.stringify(value).length).toBeLessThan(10_000)
})

it('throws for what is no JSON', () => {
  expect(() => parseJson('{')).toThrow(SyntaxError)
})
