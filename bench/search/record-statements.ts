import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A request as it went to ClickHouse, to be sent again. */
export interface Recorded {
  path: string
  headers: Record<string, string>
  body: Buffer
}

export interface Recorder {
  /** Stands in for ClickHouse. */
  url: string
  /** What was asked of tenants' tables since the last call. */
  take(): Recorded[]
  close(): void
}

/** Of one connection, or made anew for each request. */
const NOT_PASSED_ON = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

/** The filter names each tenant, and stands in the address. */
const MOST_HEADER_BYTES = 1024 * 1024

/** Passes requests on to ClickHouse and keeps those that read tenants' tables: they bring the filter of the walls. */
export async function recordStatements(target: string): Promise<Recorder> {
  let recorded: Recorded[] = []
  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, async (request, response) => {
    const statement = await readStatement(request)
    if (statement.path.includes('additional_table_filters')) recorded.push(statement)
    const answer = await send(target, statement, request.method)
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = recorded
      recorded = []
      return taken
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function readStatement(request: IncomingMessage): Promise<Recorded> {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined || NOT_PASSED_ON.has(name) ? [] : [[name, String(value)]],
  )
  return {
    path: request.url ?? '/',
    headers: Object.fromEntries(headers),
    body: await buffer(request),
  }
}

/** Sends a recorded request. */
export function send(target: string, { path, headers, body }: Recorded, method = 'POST'): Promise<Response> {
  return fetch(`${target}${path}`, {
    ...{ method, headers },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}
