import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { forwardRequest, forwardUpgrade, isForwarded } from './forward.ts'

const running: Server[] = []
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(server: Server): Promise<URL> {
  running.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

/** A server, and a front that hands everything to it. */
async function pair(listener: RequestListener): Promise<{ front: URL; back: Server }> {
  const back = createServer(listener)
  const target = await listen(back)
  const front = createServer((incoming, response) => forwardRequest(incoming, response, target))
  front.on('upgrade', (incoming, socket, head) => forwardUpgrade(incoming, socket, head, target))
  return { front: await listen(front), back }
}

it('hands over GraphQL, sign-in, exports and files, and no page', () => {
  const paths = ['/graphql', '/graphql?x=1', '/auth/sign-out', '/exports/abc', '/files/abc']
  expect(paths.map(isForwarded)).toEqual(Array(5).fill(true))
  expect(
    ['/', '/graphql/x', '/authors', '/t/x/files/abc', '/t/x/search?next=/graphql', undefined].map(
      isForwarded,
    ),
  ).toEqual(Array(6).fill(false))
})

describe('a path that leads elsewhere', () => {
  it.each([
    ...['/auth/../metrics', '/auth/%2e%2e/ingest/v1/events', '/auth/.%2E/metrics', '/auth/x/../../healthz'],
    ...['/auth/..', '/auth/..\\metrics', '/auth\\..\\metrics', '/auth/.\t./metrics'],
    ...['/auth/..%2fmetrics', '/auth/%2e%2e%2fmetrics', '/auth/x%2F..%2F..%2Fmetrics', '/auth/..%5cmetrics'],
    ...['http://x/auth/../metrics', 'http://x/metrics?/auth/', '/metrics#/auth/', '//', 'http://[', '*'],
    ...['foo://x/auth/..\\metrics', 'foo:/auth/../metrics'],
  ])('is not handed over: %j', (url) => {
    expect(isForwarded(url)).toBe(false)
  })

  it.each([
    ['a request', 'close'],
    ['an upgrade', 'Upgrade\r\nUpgrade: websocket'],
  ])('is handed over as it was judged: %s', async (_, connection) => {
    const seen: (string | undefined)[] = []
    const { front } = await pair((incoming, response) => {
      seen.push(incoming.url)
      response.end()
    })
    const paths = ['/x/../auth/a?b=/../c', '//elsewhere.example/auth/a', 'ftp://x/auth/a', '/auth/%61', '//']
    for (const path of paths) await send(front, path, connection)
    expect(seen).toEqual(['/auth/a?b=/../c', '/auth/a', '/auth/a', '/auth/%61', '/'])
  })
})

/** A request line that no client of Node would write. */
async function send(front: URL, target: string, connection: string): Promise<void> {
  const socket = connect(Number(front.port), '127.0.0.1')
  socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\n\r\n`)
  await socket.toArray()
}

describe('a request', () => {
  it('arrives with body, cookie and the address of the browser; cookies come back', async () => {
    let seen: IncomingMessage | undefined
    const { front } = await pair(async (incoming, response) => {
      seen = incoming
      const body = await incoming.toArray()
      response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'] }).end(Buffer.concat(body))
    })
    const answer = await fetch(new URL('/graphql?x=1', front), {
      method: 'POST',
      headers: { cookie: 's=1', 'x-forwarded-for': '203.0.113.9' },
      body: 'hello',
    })
    expect([answer.status, await answer.text()]).toEqual([201, 'hello'])
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(seen?.url).toBe('/graphql?x=1')
    expect(seen?.headers).toMatchObject({
      cookie: 's=1',
      host: front.host,
      'x-forwarded-for': '203.0.113.9, 127.0.0.1',
    })
  })

  it('that the browser gives up is given up at the server', async () => {
    const { front, back } = await pair(() => undefined)
    const reached = once(back, 'request') as Promise<[IncomingMessage]>
    const control = new AbortController()
    const answer = fetch(new URL('/graphql', front), { signal: control.signal }).catch((error) => error.name)
    const [{ socket }] = await reached
    control.abort()
    expect(await answer).toBe('AbortError')
    if (!socket.destroyed) await once(socket, 'close')
  })

  it('cannot choose another host by an absolute request line', async () => {
    const { front } = await pair((incoming, response) => response.end(incoming.url))
    const socket = connect(Number(front.port), '127.0.0.1')
    socket.write('GET http://203.0.113.66/graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const answer = Buffer.concat(await socket.toArray()).toString()
    expect(answer).toContain('200 OK')
    expect(answer).toContain('/graphql')
  })

  it('to a server that is away is answered in the shape of GraphQL', async () => {
    const { front, back } = await pair(() => undefined)
    back.close()
    await once(back, 'close')
    const answer = await fetch(new URL('/graphql', front))
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVER_UNREACHABLE' } }] })
  })
})

describe('a WebSocket', () => {
  it('speaks both ways, and closes on both sides', async () => {
    const { front, back } = await pair(() => undefined)
    const sockets = new WebSocketServer({ server: back })
    sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`heard ${data}`)))
    const client = new WebSocket(`ws://${front.host}/graphql`)
    await once(client, 'open')
    client.send('you')
    const [answer] = await once(client, 'message')
    expect(String(answer)).toBe('heard you')
    const [server] = sockets.clients
    client.terminate()
    await once(server!, 'close')
  })

  it('that the server refuses is refused', async () => {
    const { front } = await pair((_incoming, response) => response.writeHead(403).end())
    const outgoing = request(new URL('/graphql', front), {
      headers: { connection: 'Upgrade', upgrade: 'websocket' },
    }).end()
    const [refusal] = (await once(outgoing, 'response')) as [IncomingMessage]
    expect(refusal.statusCode).toBe(403)
  })
})
