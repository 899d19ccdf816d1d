import { describe, expect, it } from 'vitest'
import { type Body, ChunkWriter, evtxFile, put, text } from '../../../e2e/testkit/evtx-writer.ts'
import type { EvtxProblem, EvtxRecord } from './evtx-record.ts'
import { readEvtx } from './read-evtx.ts'
import { isEvtx } from './read-file-header.ts'

const FILE_HEADER = 4_096
const CHUNK = 65_536
const FIRST = 512

function read(bytes: Uint8Array): { records: EvtxRecord[]; problems: EvtxProblem[] } {
  const chunks = [...readEvtx(bytes)]
  return {
    records: chunks.flatMap(({ records }) => records),
    problems: chunks.flatMap(({ problems }) => problems),
  }
}

const ids = (bytes: Uint8Array): number[] => read(bytes).records.map(({ recordId }) => Number(recordId))
const messages = (bytes: Uint8Array): string[] => read(bytes).problems.map(({ message }) => message)
const small: Body = (chunk) => chunk.element('Event', text('x'))

describe('readEvtx of bad bytes', () => {
  const three = (): ChunkWriter => new ChunkWriter().record(small).record(small).record(small)
  const smallSize = (three().at - FIRST) / 3

  it('tells a file by its first bytes, and reads chunks behind a header that is none', () => {
    const bytes = evtxFile(three().close().buffer)
    expect(isEvtx(bytes)).toBe(true)
    expect(isEvtx(bytes.subarray(0, 7))).toBe(false)
    bytes[0] = 0
    expect(isEvtx(bytes)).toBe(false)
    expect(ids(bytes)).toEqual([1, 2, 3])
    expect(messages(bytes)).toEqual(['no EVTX file begins here: chunks looked for all the same'])
    expect(read(new Uint8Array()).records).toEqual([])
  })

  it('finds what was written after the header, but nothing of an older use', () => {
    const open = three().close().record(small).record(small).record(small, 99)
    expect(read(evtxFile(open.buffer)).problems).toEqual([])
    expect(ids(evtxFile(open.buffer))).toEqual([1, 2, 3, 4, 5])
    expect(ids(evtxFile(new ChunkWriter().close().record(small, 7).record(small, 8).buffer))).toEqual([7, 8])
  })

  it('reads on after wrong checksums and tells of them', () => {
    const bytes = evtxFile(three().close().buffer)
    for (const at of [124, FILE_HEADER + 52, FILE_HEADER + 124]) bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(ids(bytes)).toEqual([1, 2, 3])
    expect(messages(bytes)).toEqual([
      'checksum of the file header is wrong: read all the same',
      'checksum of a chunk header is wrong: read all the same',
      'checksum of the records of a chunk is wrong: read all the same',
    ])
  })

  it('skips a record that is broken, and one whose size is', () => {
    const first = FILE_HEADER + FIRST
    const broken = evtxFile(three().close().buffer)
    broken[first + smallSize + 28] = 0x3f
    expect(ids(broken)).toEqual([1, 3])
    expect(read(broken).problems.at(-1)).toEqual({
      at: first + smallSize,
      message: 'record 2 has an unknown token 63 where an element should begin: skipped',
    })
    const sized = evtxFile(three().close().buffer)
    sized.writeUInt32LE(0xffffffff, first + smallSize + 4)
    expect(ids(sized)).toEqual([1, 3])
    expect(messages(sized).at(-1)).toBe('no record begins where one should: skipped to the next')
    const ends = evtxFile(three().close().buffer)
    ends.writeUInt32LE(7, FILE_HEADER + 48)
    expect(ids(ends)).toEqual([1, 2, 3])
  })

  it('reads what is there of a file that was cut off', () => {
    const bytes = evtxFile(three().close().buffer, three().close().buffer)
    const cut = bytes.subarray(0, FILE_HEADER + CHUNK + FIRST + 2 * smallSize + 10)
    expect(ids(cut)).toEqual([1, 2, 3, 1, 2])
    expect(messages(cut)).toContain('the file ends inside a chunk')
    expect(messages(bytes.subarray(0, FILE_HEADER + 100))).toEqual([
      'the file ends inside the header of a chunk',
    ])
    expect(messages(bytes.subarray(0, 100))).toEqual(['the file ends inside its header'])
  })

  it('passes over room set aside, and over chunks that are none', () => {
    const bytes = evtxFile(Buffer.alloc(CHUNK), Buffer.alloc(CHUNK, 'x'), three().close().buffer)
    expect(ids(bytes)).toEqual([1, 2, 3])
    expect(read(bytes).problems).toEqual([
      { at: FILE_HEADER + CHUNK, message: 'no chunk begins where one should: 64 KiB skipped' },
    ])
  })

  it.each<[string, Body, string]>([
    ['a template outside the chunk', (chunk) => chunk.instance(70_000), 'points past the end of its chunk'],
    ['a template that is no element', (chunk) => chunk.instance(() => {}), 'does not begin with an element'],
    [
      'a template within itself',
      (chunk) => chunk.instance((inner) => inner.element('E', (e) => e.u8(0x0c))),
      'unknown token 12 inside',
    ],
    [
      'a value beyond the record',
      (chunk) => {
        chunk.instance((inner) => inner.element('E'))
        chunk.at -= 4
        chunk.u32(0xffffffff)
      },
      'runs past its end',
    ],
    ['no element at all', () => {}, 'holds no event'],
    ['a name outside the chunk', (chunk) => chunk.u8(1, 0, 0).u32(0).u32(0xfffffff0), 'points past the end'],
    [
      'elements 100 deep',
      (chunk) => {
        for (let i = 0; i < 100; i++) chunk.u8(1).u16(0).u32(0).name('e').u8(2)
      },
      'more than 64 deep',
    ],
    ['an element that never ends', (chunk) => chunk.u8(1).u16(0).u32(0).name('e').u8(2), 'inside an element'],
  ])('skips a record with %s', (_, body, message) => {
    const bytes = evtxFile(new ChunkWriter().record(body).record(small).close().buffer)
    expect(ids(bytes)).toEqual([2])
    expect(messages(bytes)).toHaveLength(1)
    expect(messages(bytes)[0]).toContain(message)
  })

  it('bounds what nested values unfold to', () => {
    const nest =
      (depth: number, width: number): Body =>
      (chunk) =>
        chunk.nested(() =>
          chunk.instance(
            (inner) =>
              inner.element('N', (n) => {
                for (let i = 0; i < width; i++) n.u8(0x0d).u16(0).u8(0x21)
              }),
            [depth === 0 ? [1, 'x'] : [0x21, nest(depth - 1, width)]],
          ),
        )
    const one = (depth: number, width: number): Buffer =>
      evtxFile(
        new ChunkWriter()
          .record((chunk) =>
            chunk.instance((inner) => inner.element('E', put(0)), [[0x21, nest(depth, width)]]),
          )
          .record(small)
          .close().buffer,
      )
    expect(ids(one(6, 1))).toEqual([1, 2])
    expect(messages(one(9, 1))).toEqual(['record 1 nests values more than 8 deep: skipped'])
    expect(messages(one(6, 100))).toEqual(['record 1 unfolds to far more than it holds: skipped'])
    expect(ids(one(6, 100))).toEqual([2])
  })

  it('bounds what many records make of one template', () => {
    const writer = new ChunkWriter()
    let definition = 0
    const wide: Body = (chunk) => {
      definition = chunk.at - 28
      chunk.element('E', (inner) => {
        for (let i = 0; i < 8_000; i++) put(0)(inner)
      })
    }
    writer.record((chunk) => chunk.instance(wide, [[8, Buffer.alloc(4)]]))
    for (let i = 0; i < 100; i++) writer.record((chunk) => chunk.instance(definition, [[8, Buffer.alloc(4)]]))
    const bytes = evtxFile(writer.close().buffer)
    expect(ids(bytes)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(messages(bytes)).toHaveLength(93)
  })
})
