import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable, Writable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { searchVerb } from './search.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Answers the same to everybody; counts how often. */
async function fakeServer(status: number, answer: unknown) {
  const asked = { times: 0 }
  const server = createServer((_, response) => {
    asked.times++
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  closers.push(() => server.close())
  await once(server, 'listening')
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function search(url: string, take: (times: number) => Error | null = () => null) {
  let [taken, said] = [0, '']
  const stdout = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => done(take(++taken)) })
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      said += chunk
      done()
    },
  })
  const args = ['--url', url, '--token', 'nja_x', '--tenant', 'ours', '--limit', '0']
  const code = await searchVerb(args, { stdin: Readable.from([]), stdout, stderr })
  return { code, taken, said }
}

const node = { id: '1', raw: 'line', tenant: { slug: 'ours' }, source: null }
const endless = { events: { edges: [{ node }], pageInfo: { hasNextPage: true, endCursor: 'next' } } }

describe('nightjar search', () => {
  it('stops quietly when its reader goes away', async () => {
    const { asked, url } = await fakeServer(200, { data: endless })
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    const { code, taken, said } = await search(url, (times) => (times === 3 ? gone : null))
    expect({ code, taken, said, asked }).toEqual({ code: 0, taken: 3, said: '', asked: { times: 3 } })
  })

  it.each([['not found'], [{ statusCode: 404, error: 'Not Found' }], [null]])(
    'says where GraphQL is when %j is there instead',
    async (answer) => {
      const { url } = await fakeServer(404, answer)
      const hint = ': GraphQL is at the address that ends in /graphql'
      expect(await search(url)).toMatchObject({
        code: 1,
        said: `nightjar search: ${url} answered 404, not in GraphQL${hint}\n`,
      })
      const full = `${url}/graphql`
      expect((await search(full)).said).toBe(`nightjar search: ${full} answered 404, not in GraphQL\n`)
    },
  )

  it('repeats what the server says against its token', async () => {
    const errors = [{ message: 'This token is not valid', extensions: { code: 'UNAUTHENTICATED' } }]
    const { url } = await fakeServer(401, { errors })
    expect(await search(url)).toMatchObject({ code: 1, said: 'nightjar search: This token is not valid\n' })
  })
})
