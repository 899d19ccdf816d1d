import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { tarOf } from '../../../e2e/testkit/archives.ts'
import { readTar } from './read-tar.ts'

/** @param size bytes of a chunk, so that every border is met */
async function read(bytes: Buffer, size = 7, take = true): Promise<[string, string][]> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  )
  const members: [string, string][] = []
  for await (const { name, chunks: parts } of readTar(Readable.from(chunks))) {
    let text = ''
    if (take) for await (const part of parts) text += part.toString()
    members.push([name, text])
  }
  return members
}

describe('readTar', () => {
  const files = {
    'a.log': 'one\ntwo\n',
    'folder/b.log': 'x'.repeat(1_000),
    [`${'n'.repeat(180)}.log`]: 'long',
  }

  it('hands out every file with its name, however the bytes come', async () => {
    const expected = Object.entries(files)
    for (const size of [1, 7, 512, 100_000]) expect(await read(tarOf(files), size)).toEqual(expected)
  })

  it('passes over what nobody read', async () => {
    expect(await read(tarOf(files), 100, false)).toEqual(Object.keys(files).map((name) => [name, '']))
  })

  it('takes names as they are: they are no paths', async () => {
    expect(await read(tarOf({ '../../etc/passwd': 'a', '/abs': 'b' }))).toEqual([
      ['../../etc/passwd', 'a'],
      ['/abs', 'b'],
    ])
  })

  it('says where it is broken, after what could be read', async () => {
    const whole = tarOf({ 'a.log': 'x'.repeat(600), 'b.log': 'y'.repeat(600) })
    await expect(read(whole.subarray(0, 2_100))).rejects.toThrow('ends in the middle')
    const broken = Buffer.from(whole)
    broken.fill(7, 1_536, 1_600)
    await expect(read(broken)).rejects.toThrow('the tar is broken at byte 1536')
  })
})
