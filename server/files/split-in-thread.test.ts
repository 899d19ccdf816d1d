import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { splitInThread } from './split-in-thread.ts'
import type { FileProblem, MemberCount, Part } from './split-protocol.ts'

function splitting(source: AsyncIterable<Buffer>) {
  const parts: Part[] = []
  const members: MemberCount[] = []
  const problems: FileProblem[] = []
  return {
    ...{ parts, members, problems },
    done: splitInThread({
      name: 'a.log',
      source,
      async store(batch) {
        parts.push(...batch)
      },
      onMember: ({ name, records }) => members.push({ name, records }),
      onProblem: ({ member, message }) => problems.push({ member, message }),
    }),
  }
}

it('splits in a thread what comes piece by piece', async () => {
  const lines = Array.from({ length: 30_000 }, (_, i) => `line ${i}\n`).join('')
  const pieces = Array.from({ length: 40 }, (_, i) => Buffer.from(lines.slice(i * 9_000, (i + 1) * 9_000)))
  const { done, parts, members, problems } = splitting(Readable.from(pieces))
  await done
  expect(parts.flatMap(({ bytes, lengths }) => [bytes.length, lengths.length]).length).toBeGreaterThan(4)
  expect(parts.reduce((sum, { lengths }) => sum + lengths.length, 0)).toBe(30_000)
  expect(members).toEqual([{ name: 'a.log', records: 30_000 }])
  expect(problems).toEqual([])
})

it('fails with a source that breaks off, and with a store that fails', async () => {
  async function* broken() {
    yield Buffer.from('a\n')
    throw new Error('gone')
  }
  await expect(splitting(broken()).done).rejects.toThrow('gone')
  const failing = splitInThread({
    name: 'a.log',
    source: Readable.from([Buffer.from('a\n')]),
    store: async () => {
      throw new Error('full')
    },
    onMember: () => {},
    onProblem: () => {},
  })
  await expect(failing).rejects.toThrow('full')
})

it('asks for no more while nothing is stored', async () => {
  let asked = 0
  async function* endless() {
    const piece = Buffer.from('a line\n'.repeat(9_000))
    for (;;) {
      asked += 1
      yield piece
      if (asked > 400) throw new Error('never waits')
    }
  }
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const done = splitInThread({
    name: 'a.log',
    source: endless(),
    store: () => gate,
    onMember: () => {},
    onProblem: () => {},
  })
  let before = -1
  await expect
    .poll(
      () => {
        const isStill = asked === before && asked > 0
        before = asked
        return isStill
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(true)
  expect(asked).toBeLessThan(100)
  release()
  await expect(done).rejects.toThrow('never waits')
})
