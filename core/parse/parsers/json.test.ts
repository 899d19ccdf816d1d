import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)

describe('json', () => {
  it('joins names by dots and leaves null out', () => {
    expect(read('{"a":{"b":[1,2],"c":null,"d":{}},"e":true,"f":[]}').fields).toEqual({
      'a.b': [1, 2],
      e: true,
    })
  })

  it('makes one list per leaf of a list of objects', () => {
    expect(read('{"answers":[{"ttl":1,"n":"a"},{"ttl":2},7]}').fields).toEqual({
      'answers.ttl': [1, 2],
      'answers.n': ['a'],
      answers: [7],
    })
  })

  it.each([
    ['{"time":"2026-03-10T12:00:00.123456789+01:00"}', 1_773_140_400_123_456_789n],
    ['{"ts":1773144000.25}', 1_773_144_000_250_000_000n],
    ['{"timestamp":1773144000123}', 1_773_144_000_123_000_000n],
    ['{"timestamp":"1773144000123456"}', 1_773_144_000_123_456_000n],
    ['{"date":"10/Mar/2026:12:00:00 +0000"}', 1_773_144_000_000_000_000n],
    ['{"time":"soon","ts":1773144000}', 1_773_144_000_000_000_000n],
    ['{"time":"soon"}', undefined],
    ['{"time":42}', undefined],
  ])('finds the time of %s', (line, time) => {
    expect(read(line).time).toBe(time)
  })

  it('gives message, level and host their ECS names beside their own', () => {
    expect(read('{"msg":"hi","level":"WARN","hostname":"api01"}').fields).toMatchObject({
      message: 'hi',
      'log.level': 'warn',
      'host.name': 'api01',
      msg: 'hi',
    })
    expect(read('{"message":"own","msg":"other","host":{"name":"h"}}').fields).toMatchObject({
      message: 'own',
      'host.name': 'h',
    })
  })

  it('marks what it had to leave to the raw line', () => {
    const wide = `{${Array.from({ length: 2_000 }, (_, i) => `"k${i}":1`).join()}}`
    expect(read(wide).fields['nightjar.problem']).toEqual(['fields_cut'])
    expect(read(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`).fields).toEqual({
      'nightjar.problem': ['fields_cut'],
    })
    expect(read(`{"${'k'.repeat(600)}":1,"b":2}`).fields).toEqual({
      b: 2,
      'nightjar.problem': ['fields_cut'],
    })
  })

  it('takes time in proportion to the line, however long a name over many leaves is', () => {
    const name = 'k'.repeat(4_000_000)
    const leaves = Array.from({ length: 200_000 }, (_, i) => `"n${i}":1`).join()
    for (const line of [`{"${name}":{${leaves}},"b":2}`, `{"${name}":[{${leaves}}],"b":2}`])
      expect(read(line).fields).toEqual({ b: 2, 'nightjar.problem': ['fields_cut', 'long'] })
  })

  it('takes special names for names', () => {
    const { fields } = read('{"__proto__":{"x":1},"constructor":2}')
    expect(Object.keys(fields)).toEqual(['__proto__.x', 'constructor'])
  })
})
