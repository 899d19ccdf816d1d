import { describe, expect, it } from 'vitest'
import { MAX_RECORDS } from './check-count.ts'
import { Reject } from './reject.ts'
import { chooseSplitter } from './split-records.ts'

const texts = (type: string, body: string) =>
  chooseSplitter(type)(Buffer.from(body, 'latin1')).map((record) => record.toString('latin1'))

/** The code of the refusal and its words. */
function refusal(type: string, body: string): string {
  try {
    texts(type, body)
  } catch (error) {
    if (error instanceof Reject) return `${error.reason}: ${error.message}`
  }
  return 'accepted'
}

describe('lines', () => {
  it('lose their ends, and nothing else', () => {
    expect(texts('application/x-ndjson', '{"a":1}\r\n\n  {"b":"\xff\\n"} \n\r\nlast')).toEqual([
      '{"a":1}',
      '  {"b":"\xff\\n"} ',
      'last',
    ])
    expect(texts('text/plain; charset=utf-8', '\xef\xbb\xbfone\ntwo\n')).toEqual(['one', 'two'])
    expect(texts('', 'one')).toEqual(['one'])
    expect(texts('text/plain', '\n\r\n')).toEqual([])
  })

  it('are refused when they are too many', () => {
    expect(refusal('text/plain', 'x\n'.repeat(MAX_RECORDS))).toBe('accepted')
    expect(refusal('text/plain', 'x\n'.repeat(MAX_RECORDS + 1))).toMatch(/^too_large: More than/)
  })
})

describe('JSON', () => {
  it('gives every object verbatim: of an array, alone, or one after the other', () => {
    const [one, two] = ['{ "a" : [1, {"b":"]}\\"\\\\"}] }', '{"c":\n1e400}']
    expect(texts('application/json', ` [ ${one} ,${two}] \n`)).toEqual([one, two])
    expect(texts('application/json', one)).toEqual([one])
    expect(texts('application/json; charset=utf-8', `${one}${two}\r\n${one}`)).toEqual([one, two, one])
    expect(texts('application/json', '[]')).toEqual([])
    expect(texts('application/json', '')).toEqual([])
  })

  it('gives back what JSON.stringify wrote, whatever the values', () => {
    const values = [
      '',
      '"',
      '\\',
      '}]',
      '\u0000\n',
      'ü\u{1f980}',
      0,
      -1.5e-9,
      true,
      null,
      [],
      {},
      [[{}]],
      { '{': '[' },
    ]
    const elements = values.flatMap((a) => values.map((b) => ({ a, b, both: [a, { b }] })))
    for (const indent of [0, 2]) {
      const body = Buffer.from(JSON.stringify(elements, null, indent))
      const records = chooseSplitter('application/json')(body)
      expect(records.map((record) => JSON.parse(record.toString()))).toEqual(elements)
    }
  })

  it.each([
    ['[{"a":1}', 'at the end: a comma or the end of the array was expected'],
    ['[{"a":1},]', 'at byte 9: an object was expected'],
    ['[{"a":1} {"b":2}]', 'at byte 9: a comma'],
    ['[{"a":1}] x', 'at byte 10: nothing may follow'],
    ['{"a":1', 'at the end: the object that began at byte 0 does not end'],
    ['{"a":"1}', 'at the end: the string that began at byte 5 does not end'],
    ['{"a":[1}', 'at byte 7: this bracket closes nothing'],
    ['{"a":1}]', 'at byte 7: an object was expected'],
    ['["a"]', 'at byte 1: an object was expected'],
    ['hello', 'at byte 0: an object was expected'],
    [`{"a":${'['.repeat(200)}`, 'at byte 104: nested deeper than 100'],
    ['{"a":"\\', 'does not end'],
  ])('says where %s is broken', (body, words) => {
    expect(refusal('application/json', body)).toMatch(/^malformed: The JSON is broken/)
    expect(refusal('application/json', body)).toContain(words)
  })

  it('takes time linear in a body of brackets and quotes', () => {
    const body = Buffer.from(`[${'{"a":"\\"[{"},'.repeat(100_000)}{}]`)
    expect(chooseSplitter('application/json')(body)).toHaveLength(100_001)
  })
})

describe('other content', () => {
  it('is refused', () => {
    for (const type of ['application/xml', 'application/x-www-form-urlencoded', 'constructor'])
      expect(refusal(type, '{}')).toMatch(/^unsupported: Content-Type must be/)
  })
})
