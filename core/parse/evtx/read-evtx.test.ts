import { describe, expect, it } from 'vitest'
import {
  type Body,
  ChunkWriter,
  evtxFile,
  put,
  type StoredValue,
  text,
} from '../../../e2e/testkit/evtx-writer.ts'
import type { EvtxChunk, EvtxProblem, EvtxRecord } from './evtx-record.ts'
import { readEvtx } from './read-evtx.ts'
import { readEvtxStream } from './read-evtx-stream.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

const all =
  (...bodies: Body[]): Body =>
  (chunk) => {
    for (const body of bodies) body(chunk)
  }

function read(bytes: Uint8Array): { records: EvtxRecord[]; problems: EvtxProblem[] } {
  const chunks = [...readEvtx(bytes)]
  return {
    records: chunks.flatMap(({ records }) => records),
    problems: chunks.flatMap(({ problems }) => problems),
  }
}

/** What stands in the one element of the one record. */
function readElement(content: Body, values?: StoredValue[]): unknown {
  const body: Body = (chunk) => chunk.element('E', content)
  const chunk = new ChunkWriter().record((record) => (values ? record.instance(body, values) : body(record)))
  const { records, problems } = read(evtxFile(chunk.close().buffer))
  expect(problems).toEqual([])
  return records[0]?.event.E
}

const oneValue = (type: number, bytes: string | Buffer): unknown => readElement(put(0), [[type, bytes]])
describe('readEvtx', () => {
  it('reads templates where they are defined and where they are used again', () => {
    let definition = 0
    const template: Body = (chunk) => {
      definition = chunk.at - 28
      chunk.element('Event', (inner) => {
        inner.element('System', (system) =>
          system
            .element('Provider', () => {}, { Name: text('Gate'), Guid: put(2) })
            .element('EventID', put(0), { Qualifiers: put(3) })
            .element('Computer', text('dc01.example.org')),
        )
        inner.element('EventData', (data) => data.element('Data', put(1), { Name: text('User') }))
      })
    }
    const writer = new ChunkWriter()
      .record((record) =>
        record.instance(template, [
          [6, hex('0112')],
          [1, 'anna'],
          [0, ''],
          [6, hex('0040')],
        ]),
      )
      .record((record) =>
        record.instance(definition, [
          [6, hex('0212')],
          [1, 'bob'],
          [0, ''],
        ]),
      )
    const { records, problems } = read(evtxFile(writer.close().buffer))
    expect(problems).toEqual([])
    expect(records).toEqual([
      {
        recordId: 1n,
        time: 1_735_526_400_000_000_500n,
        event: {
          Event: {
            System: {
              Provider: { '#attributes': { Name: 'Gate' } },
              EventID: { '#attributes': { Qualifiers: 16_384 }, '#text': 0x1201 },
              Computer: 'dc01.example.org',
            },
            EventData: { User: 'anna' },
          },
        },
      },
      {
        recordId: 2n,
        time: 1_735_526_400_000_000_500n,
        event: {
          Event: {
            System: {
              Provider: { '#attributes': { Name: 'Gate' } },
              EventID: 0x1202,
              Computer: 'dc01.example.org',
            },
            EventData: { User: 'bob' },
          },
        },
      },
    ])
  })

  it.each<[string, number, string | Buffer, unknown]>([
    ['null', 0x00, '', null],
    ['a string', 0x01, 'Zoë\t', 'Zoë\t'],
    ['a string behind which NULs stand', 0x01, 'a\0b\0\0', 'a\0b'],
    ['an empty string', 0x01, '', ''],
    ['ANSI', 0x02, hex('80e900'), '€é'],
    ['int8', 0x03, hex('ff'), -1],
    ['uint8', 0x04, hex('ff'), 255],
    ['int16', 0x05, hex('feff'), -2],
    ['uint16', 0x06, hex('feff'), 65_534],
    ['int32', 0x07, hex('feffffff'), -2],
    ['uint32', 0x08, hex('feffffff'), 4_294_967_294],
    ['int64', 0x09, hex('feffffffffffffff'), -2],
    ['uint64', 0x0a, hex('0000000001000000'), 4_294_967_296],
    ['uint64 beyond what JSON keeps', 0x0a, hex('ffffffffffffffff'), '18446744073709551615'],
    ['real32', 0x0b, hex('0000c03f'), 1.5],
    ['real64', 0x0c, hex('000000000000f8bf'), -1.5],
    ['real64 that is none', 0x0c, hex('000000000000f87f'), 'NaN'],
    ['bool', 0x0d, hex('01000000'), true],
    ['binary', 0x0e, hex('00beef'), '00BEEF'],
    ['GUID', 0x0f, hex('8f0a3b1c 2d4e 6f70 8192a3b4c5d6e7f8'), '1C3B0A8F-4E2D-706F-8192-A3B4C5D6E7F8'],
    ['size_t of 4 bytes', 0x10, hex('10000000'), '0x10'],
    ['size_t of 8 bytes', 0x10, hex('1000000000000000'), '0x10'],
    ['FILETIME', 0x11, hex('87b6df6b85b0dc01'), '2026-03-10T12:00:00.1234567Z'],
    ['SYSTEMTIME', 0x12, hex('ea07 0300 0200 0a00 0c00 0000 0000 7b00'), '2026-03-10T12:00:00.123Z'],
    ['SID', 0x13, hex('01 02 000000000005 20000000 20020000'), 'S-1-5-32-544'],
    ['hex32', 0x14, hex('0df0ad0b'), '0xbadf00d'],
    ['hex64', 0x15, hex('0000000000002080'), '0x8020000000000000'],
    ['strings', 0x81, 'a\0\0b\0', ['a', '', 'b']],
    ['ANSI strings', 0x82, hex('610062'), ['a', 'b']],
    ['uint16s', 0x86, hex('01000200'), [1, 2]],
    ['SIDs', 0x93, hex('01 00 000000000005 01 01 000000000005 12000000'), ['S-1-5', 'S-1-5-18']],
    ['a uint32 without bytes', 0x08, hex(''), null],
    ['a uint32 of three bytes', 0x08, hex('010203'), '010203'],
    [
      'a SID that counts more than it has',
      0x13,
      hex('01 02 000000000005 20000000'),
      '010200000000000520000000',
    ],
    ['a type nobody knows', 0x7e, hex('0a'), '0A'],
  ])('reads %s', (_, type, bytes, value) => {
    expect(oneValue(type, bytes)).toEqual(value)
  })

  it('joins text, CDATA, characters, entities and values', () => {
    const content = all(
      text('a'),
      (chunk) => chunk.u8(0x07).text('<b>'),
      (chunk) => chunk.u8(0x08).u16(0x43),
      (chunk) => chunk.u8(0x49).name('amp'),
      (chunk) => chunk.u8(0x09).name('nbsp'),
      (chunk) => chunk.u8(0x0a).name('target').u8(0x0b).text('instruction'),
      put(0),
    )
    expect(readElement(content, [[0x04, hex('07')]])).toBe('a<b>C&&nbsp;7')
  })

  it('reads event data that is a value itself, with a template of its own', () => {
    const data: Body = (chunk) => chunk.element('Data', put(0), { Name: put(1) })
    const nested: Body = (chunk) =>
      chunk.nested(() =>
        chunk.instance(
          (inner) => inner.element('EventData', data),
          [
            [4, hex('05')],
            [1, 'n'],
          ],
        ),
      )
    const plain: Body = (chunk) => chunk.nested(() => chunk.element('UserData', text('x')))
    expect(
      readElement(all(put(0), put(1)), [
        [0x21, nested],
        [0x21, plain],
      ]),
    ).toEqual({
      EventData: { n: 5 },
      UserData: 'x',
    })
  })

  it('folds data by name, lists what has none, and numbers what comes twice', () => {
    const content: Body = (chunk) =>
      chunk
        .element('Data', text('named'), { Name: text('n') })
        .element('Data', put(0))
        .element('Data')
        .element('Data', text('last'))
        .element('Header', text('a'))
        .element('Header', text('b'))
        .element('__proto__', text('c'))
    const data = readElement(content, [[0x81, 'one\0two\0']])
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      n: 'named',
      Data: { '#text': ['one', 'two', '', 'last'] },
      Header: 'a',
      Header_1: 'b',
      ['__proto__']: 'c',
    })
    expect(readElement((chunk) => chunk.element('Data', put(0)), [[0x81, 'alone\0']])).toEqual({
      Data: { '#text': 'alone' },
    })
  })
})

describe('readEvtxStream', () => {
  async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }

  it.each([7, 4_096, 65_536, 1_000_000])('reads the same from pieces of %i bytes', async (size) => {
    const chunk = (id: number): Buffer =>
      new ChunkWriter().record((record) => record.element('Event', text(`${id}`)), id).close().buffer
    const whole = evtxFile(chunk(1), chunk(2), chunk(3))
    for (const bytes of [whole, whole.subarray(0, 100_000), whole.subarray(0, 50), Buffer.alloc(0)]) {
      const streamed: EvtxChunk[] = []
      for await (const read of readEvtxStream(pieces(bytes, size))) streamed.push(read)
      expect(streamed).toEqual([...readEvtx(bytes)])
    }
  })
})
