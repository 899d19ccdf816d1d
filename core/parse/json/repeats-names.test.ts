import { expect, it } from 'vitest'
import { repeatsNames } from './repeats-names.ts'

const repeats = (text: string): boolean => {
  const json = JSON.parse(text)
  return repeatsNames(text, json, Object.keys(json).length)
}

it.each([
  '{}',
  '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
  '{"a":"b\\": c\\":","\\"":": :"}',
  '{ "a" : 1,\n\t"b"\t: [ 1, [ { "c" : null } ] ] }',
  '{"a":["b", "c" ,"d"],"e":"f,","g":"{","h":""}',
  '{"__proto__":1,"constructor":2,"":{"":3}}',
  `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
])('finds every name of its own: %.60s', (text) => {
  expect(repeats(text)).toBe(false)
})

it.each([
  '{"a":1,"a":1}',
  '{"a":1,"a" :2}',
  '{"a":1,"\\u0061":2}',
  '{ "a":["b","c"],\n"a":1}',
  '{"a":1,\t"a":1}',
  '{"b":[0,{"c":{"a":1,"x":2,"a":3}}]}',
  '{"__proto__":1,"__proto__":2}',
  '{"user":{"name":"root"},"user":"anna"}',
])('finds a name that comes twice: %s', (text) => {
  expect(repeats(text)).toBe(true)
})
