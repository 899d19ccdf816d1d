import { describe, expect, it } from 'vitest'
import { CONTINUED, createFrameReader, MAX_FRAME_BYTES } from './create-frame-reader.ts'

function read(chunks: readonly Buffer[]): { records: string[]; splits: number } {
  const records: string[] = []
  let splits = 0
  const reader = createFrameReader({
    record: (bytes) => records.push(bytes.toString('latin1')),
    split: () => splits++,
  })
  for (const chunk of chunks) reader.push(chunk)
  reader.end()
  return { records, splits }
}

const whole = (text: string) => [Buffer.from(text, 'latin1')]
const bytewise = (text: string) => [...Buffer.from(text, 'latin1')].map((byte) => Buffer.from([byte]))

const STREAMS: [string, string, string[]][] = [
  ['lines', '<34>one\n<34>two\n', ['<34>one', '<34>two']],
  ['lines with CR, and one that does not end', '<34>one\r\n<34>two', ['<34>one', '<34>two']],
  ['NUL between messages', '<34>one\0<34>two\0\n', ['<34>one', '<34>two']],
  ['counted octets', '8 <34>one\n7 <34>two', ['<34>one', '<34>two']],
  ['counted octets with line ends inside', '11 <34>o\nn\0e\r\n7 <34>two\n', ['<34>o\nn\0e', '<34>two']],
  ['both by turns', '7 <34>one<34>two\n7 <34>six', ['<34>one', '<34>two', '<34>six']],
  [
    'lines that begin with digits',
    '2026-11-23 up\n12 monkeys\n7\n12345678 <x\n',
    ['2026-11-23 up', '12 monkeys', '7', '12345678 <x'],
  ],
  ['a count that promises more than comes', '99 <34>cut', ['<34>cut']],
  ['nothing', '\n\r\n\0 ', []],
]

describe('createFrameReader', () => {
  it.each(STREAMS)('reads %s, whole or byte by byte', (_name, stream, records) => {
    expect(read(whole(stream)).records).toEqual(records)
    expect(read(bytewise(stream)).records).toEqual(records)
  })

  it('reads the same records however the stream is cut', () => {
    const all = Buffer.from(STREAMS.map(([, stream]) => `${stream}\n`).join(''), 'latin1')
    // The unfinished count swallows what follows: it goes last.
    const expected = read([all]).records
    for (let size = 1; size < all.length; size++) {
      const chunks: Buffer[] = []
      for (let at = 0; at < all.length; at += size) chunks.push(all.subarray(at, at + size))
      expect(read(chunks).records, `chunks of ${size}`).toEqual(expected)
    }
  })

  it.each([
    ['line', (text: string) => `${text}\n`],
    ['counted frame', (text: string) => `${text.length} ${text}`],
  ])('cuts a %s that is too long into marked parts and loses nothing', (_name, frame) => {
    const text = `<34>${'x'.repeat(2 * MAX_FRAME_BYTES)}`
    const { records, splits } = read(whole(`${frame(text)}<34>next\n`))
    expect(splits).toBe(2)
    expect(records).toHaveLength(4)
    expect(records.slice(1, 3).every((record) => record.startsWith(CONTINUED.toString()))).toBe(true)
    const joined = records.slice(0, 3).map((record) => record.replace(CONTINUED.toString(), ''))
    expect(joined.join('')).toBe(text)
    expect(records[3]).toBe('<34>next')
  })

  it('takes a frame of exactly the longest length whole', () => {
    const text = `<34>${'x'.repeat(MAX_FRAME_BYTES - 4)}`
    expect(read(whole(`${text}\n`))).toEqual({ records: [text], splits: 0 })
  })

  it('needs time linear in a stream of tiny chunks and of many lines', () => {
    const drip = Buffer.from('x')
    const reader = createFrameReader({ record: () => undefined, split: () => undefined })
    for (let byte = 0; byte < 300_000; byte++) reader.push(drip)
    expect(read(whole('a\n'.repeat(500_000))).records).toHaveLength(500_000)
  })
})
