import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingestVerb } from './ingest.ts'
import { BLOCK_BYTES, sendLines } from './send-lines.ts'

interface Request {
  headers: IncomingMessage['headers']
  lines: string[]
}

/** A door that answers as it is told and notes what it took. */
async function fakeDoor(answer: (request: Request, response: ServerResponse, count: number) => void) {
  const taken: Request[] = []
  const server = createServer(async (incoming, response) => {
    const body = gunzipSync(await buffer(incoming)).toString('utf8')
    const request = { headers: incoming.headers, lines: body.split('\n').filter(Boolean) }
    taken.push(request)
    answer(request, response, taken.length)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, taken, close: () => server.close() }
}

function accept(request: Request, response: ServerResponse): void {
  response.writeHead(202).end(JSON.stringify({ accepted: request.lines.length }))
}

async function run(args: string[], stdin = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const code = await ingestVerb(args, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr })
  stdout.end()
  stderr.end()
  const lines = (await buffer(stdout)).toString().trim().split('\n')
  return { code, lines, stderr: (await buffer(stderr)).toString() }
}

let folder = ''
const closing: (() => void)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightjar-ingest-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await rm(folder, { recursive: true, force: true })
})

describe('nightjar ingest', () => {
  it('sends every line of plain and packed files and of standard input, and sums up', async () => {
    const door = await fakeDoor(accept)
    closing.push(door.close)
    const lines = Array.from({ length: 3_000 }, () => randomBytes(1_500).toString('base64'))
    await writeFile(join(folder, 'a.log'), lines.join('\n'))
    await writeFile(join(folder, 'b.log.gz'), gzipSync('one\ntwo\n'))
    const args = ['--url', door.url, '--token', 'nji_x', '--backfill', '--progress']
    const { code, lines: out } = await run(
      [...args, join(folder, 'a.log'), join(folder, 'b.log.gz'), '-'],
      'three\n',
    )
    expect(code).toBe(0)
    const sent = door.taken.flatMap((request) => request.lines)
    expect(sent.toSorted()).toEqual([...lines, 'one', 'two', 'three'].toSorted())
    expect(door.taken.length).toBeGreaterThan(3)
    expect(door.taken[0]?.headers).toMatchObject({
      authorization: 'Bearer nji_x',
      'x-nightjar-backfill': 'true',
    })
    expect(out.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ file: join(folder, 'a.log'), accepted: 3_000 }),
      expect.objectContaining({ file: join(folder, 'b.log.gz'), accepted: 2 }),
      expect.objectContaining({ file: '-', accepted: 1 }),
      expect.objectContaining({ files: 3, failed: 0, accepted: 3_003 }),
    ])
  })

  it('waits and sends again while the door is busy, and loses nothing', async () => {
    const door = await fakeDoor((request, response, count) => {
      if (count === 1) return void response.destroy()
      if (count === 2) return void response.writeHead(503, { 'retry-after': '0' }).end('{}')
      accept(request, response)
    })
    closing.push(door.close)
    const sent = await sendLines({ url: door.url, token: 'nji_x', lines: ['one', 'two'] })
    expect(sent).toMatchObject({ accepted: 2, requests: 1, retries: 2 })
    const keys = door.taken.map(({ headers }) => headers['idempotency-key'])
    expect(keys[0]).toMatch(/^[\w-]{36}$/)
    expect(new Set(keys).size, 'the door knows it by its key').toBe(1)
    await sendLines({ url: door.url, token: 'nji_x', lines: ['one', 'two'] })
    expect(door.taken.at(-1)?.headers['idempotency-key']).not.toBe(keys[0])
  })

  it('halves what is too large for the door', async () => {
    const door = await fakeDoor((request, response) => {
      if (request.lines.length > 2) return void response.writeHead(413).end('{}')
      accept(request, response)
    })
    closing.push(door.close)
    const lines = Array.from({ length: 9 }, (_, n) => `line ${n}`)
    expect(await sendLines({ url: door.url, token: 'nji_x', lines })).toMatchObject({ accepted: 9 })
    expect(door.taken.filter(({ lines }) => lines.length <= 2).flatMap(({ lines }) => lines)).toEqual(lines)
  })

  it('fails with the words of the door, and goes on with the next file', async () => {
    const door = await fakeDoor((request, response) => {
      if (request.lines[0] === 'bad') response.writeHead(401).end('{"error":{"message":"unknown token"}}')
      else accept(request, response)
    })
    closing.push(door.close)
    await writeFile(join(folder, 'bad'), 'bad')
    await writeFile(join(folder, 'good'), 'good')
    const files = ['bad', 'missing', 'good'].map((name) => join(folder, name))
    const { code, lines } = await run(['--url', door.url, '--token', 'nji_x', ...files])
    expect(code).toBe(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: 'The door answered 401: unknown token' })
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ error: expect.stringContaining('ENOENT') })
    expect(JSON.parse(lines[3] ?? '')).toMatchObject({ files: 3, failed: 2, accepted: 1 })
  })

  it('sends a line longer than a block whole', async () => {
    const door = await fakeDoor(accept)
    closing.push(door.close)
    const long = 'x'.repeat(BLOCK_BYTES + 10)
    const { code } = await run(['--url', door.url, '--token', 'nji_x', '-'], `short\n${long}\nlast`)
    expect(code).toBe(0)
    expect(door.taken.flatMap(({ lines }) => lines).toSorted()).toEqual(['last', 'short', long].toSorted())
  })

  it.each([
    [['-'], /--url must be/],
    [['--url', 'http://127.0.0.1', '-'], /--token is missing/],
    [['--url', 'http://127.0.0.1', '--token', 'nji_x'], /name a FILE/],
    [['--url', 'http://127.0.0.1', '--token', 'nji_x', '--concurrency', '0', '-'], /--concurrency is/],
    [['--nonsense'], /nonsense/],
  ])('refuses wrong use: %s', async (args, words) => {
    const { code, stderr } = await run(args)
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
  })
})
