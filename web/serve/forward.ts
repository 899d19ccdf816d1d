import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { Duplex } from 'node:stream'

/** A dot, slash or backslash that somebody decodes later would lead elsewhere. */
const DISGUISED = /%(2e|2f|5c)/i

const FOLDERS = ['/auth/', '/exports/', '/files/']

/** Paths the console's origin hands to the server, so that the browser needs one origin and no CORS. */
export function isForwarded(url: string | undefined): boolean {
  const { pathname } = targetOf(url, new URL('http://server'))
  if (DISGUISED.test(pathname)) return false
  return pathname === '/graphql' || FOLDERS.some((folder) => pathname.startsWith(folder))
}

/** Where a request goes: the path without its `..`, so that what is judged is what is sent, and never another host. */
function targetOf(url: string | undefined, server: URL): URL {
  const target = new URL('/', server)
  try {
    const { pathname, search } = new URL(url ?? '/', server)
    target.pathname = pathname
    target.search = search
  } catch {
    // No URL at all: judged as the root, which is no path of the server's.
  }
  return target
}

function open(incoming: IncomingMessage, server: URL) {
  const target = targetOf(incoming.url, server)
  const peer = incoming.socket.remoteAddress
  const headers = {
    ...incoming.headers,
    'x-forwarded-host': incoming.headers.host ?? '',
    // Ours comes last: a server that trusts this address believes the one before it, and no further.
    'x-forwarded-for': [incoming.headers['x-forwarded-for'], peer].flat().filter(Boolean).join(', '),
  }
  return (target.protocol === 'https:' ? secureRequest : request)(target, {
    method: incoming.method,
    headers,
  })
}

const unreachable = JSON.stringify({
  errors: [{ message: 'The Nightjar server does not answer.', extensions: { code: 'SERVER_UNREACHABLE' } }],
})

/** Hands a request to the server. When the browser leaves, the server's side is cut too: that cancels the query. */
export function forwardRequest(incoming: IncomingMessage, response: ServerResponse, server: URL): void {
  const outgoing = open(incoming, server)
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  outgoing.on('error', () => {
    if (response.headersSent) return void response.destroy()
    response.writeHead(502, { 'content-type': 'application/json' }).end(unreachable)
  })
  response.on('close', () => response.writableFinished || outgoing.destroy())
  incoming.pipe(outgoing)
}

/** Hands a WebSocket to the server: subscriptions run through the console's origin. */
export function forwardUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, server: URL): void {
  const outgoing = open(incoming, server)
  socket.on('error', () => outgoing.destroy())
  outgoing.on('error', () => socket.destroy())
  outgoing.on('response', (refusal) => {
    socket.end(`HTTP/1.1 ${refusal.statusCode} ${refusal.statusMessage}\r\nConnection: close\r\n\r\n`)
    refusal.resume()
  })
  outgoing.on('upgrade', (answer, upstream, rest) => {
    const lines: string[] = []
    for (let at = 0; at < answer.rawHeaders.length; at += 2)
      lines.push(`${answer.rawHeaders[at]}: ${answer.rawHeaders[at + 1]}`)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
    if (rest.length > 0) socket.write(rest)
    if (head.length > 0) upstream.write(head)
    upstream.on('error', () => socket.destroy())
    upstream.on('close', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
    upstream.pipe(socket).pipe(upstream)
  })
  outgoing.end()
}
