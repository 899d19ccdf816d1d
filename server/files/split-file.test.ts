import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { tarOf, zipOf } from '../../e2e/testkit/archives.ts'
import { ChunkWriter, evtxFile, text } from '../../e2e/testkit/evtx-writer.ts'
import { BOUNDS, type Bounds, createAllowance } from './create-allowance.ts'
import { splitFile } from './split-file.ts'
import type { MemberCount, Part } from './split-protocol.ts'

async function split(name: string, content: string | Buffer, bounds: Partial<Bounds> = {}) {
  const parts: Part[] = []
  const members: MemberCount[] = []
  const problems: string[] = []
  await splitFile(Readable.from([Buffer.from(content)]), {
    name,
    allowance: createAllowance({ ...BOUNDS, ...bounds }),
    async send(batch) {
      parts.push(...batch)
    },
    onMember: (member) => members.push(member),
    tell: (member, message) => problems.push(`${member}: ${message}`),
  })
  return { parts, records: parts.flatMap(recordsIn), members, problems }
}

function recordsIn({ member, bytes, lengths }: Part): [string, string][] {
  let at = 0
  return [...lengths].map((length) => {
    at += length
    return [member, Buffer.from(bytes.subarray(at - length, at)).toString()]
  })
}

const chunk = (...names: string[]): Buffer => {
  const writer = new ChunkWriter()
  for (const name of names) writer.record((record) => record.element('Event', text(name)))
  return writer.close().buffer
}

describe('splitFile', () => {
  it.each([
    [
      'a.log',
      'one\r\n\ntwo',
      [
        ['a.log', 'one'],
        ['a.log', 'two'],
      ],
    ],
    [
      'a.json',
      '[{"a":1},\n{"a":2}]',
      [
        ['a.json', '{"a":1}'],
        ['a.json', '{"a":2}'],
      ],
    ],
    [
      'a.evtx',
      evtxFile(chunk('x', 'y')),
      [
        ['a.evtx', '{"Event":"x"}'],
        ['a.evtx', '{"Event":"y"}'],
      ],
    ],
    ['a.log.gz', gzipSync('one'), [['a.log', 'one']]],
    [
      'a.zip',
      zipOf({ 'x/b.log': 'one', 'c.evtx': evtxFile(chunk('z')) }),
      [
        ['x/b.log', 'one'],
        ['c.evtx', '{"Event":"z"}'],
      ],
    ],
    [
      'a.tgz',
      gzipSync(tarOf({ 'b.log': 'one', 'c.log.gz': gzipSync('two') })),
      [
        ['a.tar/b.log', 'one'],
        ['a.tar/c.log', 'two'],
      ],
    ],
    ['a.zip', zipOf({ 'in.zip': zipOf({ 'b.log': 'one' }) }), [['b.log', 'one']]],
    ['a.log', '', []],
  ])('reads %s', async (name, content, records) => {
    const read = await split(name, content)
    expect(read.records).toEqual(records)
    expect(read.problems).toEqual([])
  })

  it('goes on behind a member that cannot be read, and says which it was', async () => {
    const broken = gzipSync(Array.from({ length: 9_000 }, (_, i) => `line ${(i * 7919) % 9_001}\n`).join(''))
    const { members, problems } = await split(
      'a.zip',
      zipOf({
        'cut.log.gz': broken.subarray(0, broken.length - 100),
        'b.png': Buffer.alloc(50),
        'c.log': 'fine',
      }),
    )
    expect(members).toEqual([
      { name: 'cut.log', records: expect.any(Number) },
      { name: 'b.png', records: 0 },
      { name: 'c.log', records: 1 },
    ])
    expect(problems).toEqual([
      'cut.log: unexpected end of file',
      'b.png: left out: neither text nor EVTX nor gzip',
    ])
  })

  it('reads what it can of a broken event log', async () => {
    const file = evtxFile(chunk('x'), Buffer.alloc(65_536, 7), chunk('y'))
    const { records, problems } = await split('a.evtx', file)
    expect(records.map(([, record]) => record)).toEqual(['{"Event":"x"}', '{"Event":"y"}'])
    expect(problems).toEqual([expect.stringMatching(/^a\.evtx: byte 69632: /)])
  })

  it('says what is wrong with an archive as a whole', async () => {
    const zip = zipOf({ 'a.log': 'one' })
    expect((await split('a.zip', zip.subarray(0, zip.length - 30))).problems).toEqual([
      expect.stringMatching(/^a\.zip: /),
    ])
    expect((await split('a.zip', zipOf({ 'a.log': 'one' }, { flags: 1 }))).problems).toEqual([
      'a.log: left out: it is encrypted',
    ])
    expect((await split('a.zip', zipOf({ 'a.log': 'x'.repeat(9_000) }, { claimed: 10 }))).problems).toEqual([
      expect.stringMatching(/^a\.log: /),
    ])
  })

  it('ends where a file becomes too much, and keeps what came before', async () => {
    const bomb = zipOf({ 'a.log': 'first\n', 'b.log': `${'x'.repeat(9_999)}\n`.repeat(8_000) })
    const { records, problems } = await split('a.zip', bomb)
    expect(records[0]).toEqual(['a.log', 'first'])
    expect(problems).toEqual([expect.stringMatching(/^a\.zip: it becomes more than 250 times as large/)])
    const many = zipOf({ a: '1', b: '2', c: '3' })
    expect((await split('a.zip', many, { members: 2 })).records).toHaveLength(2)
    expect((await split('a.log', 'a\nb\nc', { records: 2 })).problems).toEqual([
      'a.log: it holds more than 2 records: the rest is left out',
    ])
    let nested: Buffer = Buffer.from('x')
    for (let i = 0; i < 6; i++) nested = gzipSync(nested)
    expect((await split('a.gz', nested)).problems).toEqual(['a: left out: packed more than 4 times'])
  })

  it('takes names of members as text, without what hides in them', async () => {
    const { members } = await split(
      'a.zip',
      zipOf({ '../../x': 'a', '/abs\u202egol.\n': 'b', ['n'.repeat(900)]: 'c' }),
    )
    expect(members.map(({ name }) => name)).toEqual([
      '../../x',
      '/abs\ufffdgol.\ufffd',
      expect.stringMatching(/^…n{299}$/),
    ])
  })

  it('gives every batch of a file the lines that say how to read it', async () => {
    const { parts } = await split('a.csv', `time,user,host\n${'1,a,b\n'.repeat(2_000)}`)
    expect(parts.map(({ opening, lengths }) => [opening, lengths.length])).toEqual([
      [[], 500],
      [['time,user,host'], 1_000],
      [['time,user,host'], 501],
    ])
  })
})
