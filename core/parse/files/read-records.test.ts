import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ChunkWriter, evtxFile, text } from '../../../e2e/testkit/evtx-writer.ts'
import { MAX_LINE } from './read-lines.ts'
import { readRecords } from './read-records.ts'

/** @param size bytes of a chunk, so that every border is met */
async function read(content: string | Buffer, size = 7) {
  const bytes = Buffer.from(content)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const notes: string[] = []
  const records: string[] = []
  let count = 0
  const listener = {
    onBytes: (bytes: number) => {
      count += bytes
    },
    onNote: (note: string) => notes.push(note),
  }
  for await (const batch of readRecords(Readable.from(chunks), listener)) records.push(...batch)
  return { records, notes, count }
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('what a file is, is told by its bytes', () => {
  test.each([
    ['lines', 'a\r\n\nzażółć\u2028x\n', ['a', 'zażółć\u2028x']],
    ['a byte order mark', '\ufeff{"a":1}\n{"a":2}', ['{"a":1}', '{"a":2}']],
    ['UTF-16, both ends first', utf16('{"a":"ż"}\r\nb'), ['{"a":"ż"}', 'b']],
    ['UTF-16, big end first', utf16('a\nb').swap16(), ['a', 'b']],
    ['an array', ' [ {"a":"}\\"]{"} ,\n{"b":[{}]}, 5]', ['{"a":"}\\"]{"}', '{"b":[{}]}']],
    ['an empty array', '[\n]', []],
    ['objects over lines', '{\n "a": 1\n}\n{\n "a": 2 }', ['{\n "a": 1\n}', '{\n "a": 2 }']],
    ['evtx_dump', 'Record 1\n{\n "a": 1\n}\nRecord 2\n{\n "a": 2\n}\n', ['{\n "a": 1\n}', '{\n "a": 2\n}']],
    ['gzip', gzipSync('a\nb'), ['a', 'b']],
    ['gzip of an array', gzipSync('[{"a":1},\n{"a":2}]'), ['{"a":1}', '{"a":2}']],
    ['gzip in two members', Buffer.concat([gzipSync('a\n'), gzipSync('b')]), ['a', 'b']],
    ['nothing', '', []],
    ['a log that begins with a bracket', '[Mon Mar 10] [error] x\n', ['[Mon Mar 10] [error] x']],
  ])('%s', async (_, content, records) => {
    for (const size of [1, 7, 100_000]) {
      expect(await read(content, size)).toEqual({ records, notes: [], count: Buffer.from(content).length })
    }
  })

  test('binary files are told and left', async () => {
    const { records, notes } = await read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]))
    expect(records).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/left out/)])
  })
})

test('a Windows event log gives the lines that evtx_dump would print, and tells what is broken', async () => {
  const chunk = (...names: string[]): Buffer => {
    const writer = new ChunkWriter()
    for (const name of names) writer.record((record) => record.element('Event', text(name)))
    return writer.close().buffer
  }
  const bytes = evtxFile(chunk('a', 'b'), chunk('c'))
  const records = ['{"Event":"a"}', '{"Event":"b"}', '{"Event":"c"}']
  expect(await read(bytes, 10_000)).toEqual({ records, notes: [], count: bytes.length })
  expect((await read(gzipSync(bytes), 10_000)).records).toEqual(records)
  const broken = Buffer.concat([bytes, Buffer.alloc(10 * 65_536, 7)])
  const found = await read(broken, 10_000)
  expect(found.records).toEqual(records)
  expect(found.notes).toHaveLength(4)
  expect(found.notes[3]).toBe('7 more places are broken')
})

test('gzip that ends too early or is broken gives what it held, then an error', async () => {
  const whole = gzipSync(Array.from({ length: 50_000 }, (_, i) => `line ${(i * 7919) % 50_021}\n`).join(''))
  const batches: string[] = []
  const reading = async (bytes: Buffer) => {
    const listener = { onBytes: () => {}, onNote: () => {} }
    for await (const batch of readRecords(Readable.from([bytes]), listener)) batches.push(...batch)
  }
  await expect(reading(whole.subarray(0, whole.length - 2_000))).rejects.toThrow('unexpected end of file')
  expect(batches[1]).toBe('line 7919')
  await expect(reading(Buffer.concat([whole.subarray(0, 20), Buffer.alloc(500, 7)]))).rejects.toThrow()
})

test('a record without end is cut, told, and does not shift those after it', async () => {
  const long = 'x'.repeat(MAX_LINE + 10)
  const lines = await read(`a\n${long}\nb`, 64 * 1024)
  expect(lines.records.map((record) => record.length)).toEqual([1, MAX_LINE, 1])
  expect(lines.notes).toEqual([expect.stringMatching(/^1 records were too long/)])
  const objects = await read(`[{"a":"${long}"},\n{"b":1}]`, 64 * 1024)
  expect(objects.records.map((record) => record.length)).toEqual([MAX_LINE, 7])
  expect(objects.notes).toHaveLength(1)
})
