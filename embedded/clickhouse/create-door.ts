import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Engine } from './create-engine.ts'
import type { Outcome, Statement } from './create-lane.ts'
import { authenticationFailed, type ErrorReply, errorReply } from './error-reply.ts'
import type { Inbox } from './inbox.ts'
import { insertStatement, insertsFromSelect } from './insert-statement.ts'
import { isAuthorised } from './is-authorised.ts'
import { quoteLiteral } from './quote-literal.ts'
import { type Asked, RequestError, readForm, readRequest, readText } from './read-request.ts'
import { scanStatement } from './scan-statement.ts'

interface Door {
  engine: Engine
  inbox: Inbox
  user: string
  password: string
}

const MAX_STATEMENT_BYTES = 8 * 1024 * 1024
const MAX_URL_BYTES = 1024 * 1024
const gzipAsync = promisify(gzip)

/** The part of ClickHouse's HTTP interface that `@clickhouse/client` uses; answers are buffered. */
export function createDoor(door: Door): Server {
  const server = createServer(
    { maxHeaderSize: MAX_URL_BYTES, keepAliveTimeout: 30_000 },
    (request, response) => {
      void answer(door, request, response)
    },
  )
  server.requestTimeout = 0
  return server
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const path = (request.url ?? '/').split('?', 1)[0]
    if (path === '/ping') return void response.end('Ok.\n')
    if (!isAuthorised(request.headers, door.user, door.password))
      return refuse(response, authenticationFailed)
    if (path === '/stats') return void response.end(JSON.stringify(stats()))
    if (path !== '/') return refuse(response, { status: 404, code: 0, text: 'There is no such path' })
    const asked = readRequest(request)
    const queryId = asked.queryId ?? randomUUID()
    response.setHeader('X-ClickHouse-Query-Id', encodeURIComponent(queryId))
    await reply(response, asked, await run(door, asked, request, response))
  } catch (error) {
    refuse(response, errorReply(error))
  } finally {
    // Rows of a refused insert may still be on their way: without a reader the connection could not be used again.
    if (!request.readableEnded) request.resume()
  }
}

async function run(
  door: Door,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Outcome> {
  const contentType = request.headers['content-type'] ?? ''
  const isForm = contentType.startsWith('multipart/form-data')
  const text = isForm
    ? await readForm(asked, contentType, MAX_STATEMENT_BYTES)
    : (asked.urlQuery ?? (await readText(asked.body, MAX_STATEMENT_BYTES)))
  const insert = insertStatement(text)
  if (insert) {
    const body = asked.urlQuery === undefined || isForm ? emptyBody() : asked.body
    return door.inbox.withFile(insert.inline, body, (path) =>
      door.engine.insert(
        statement(
          asked,
          `${insert.head} SELECT * FROM file(${quoteLiteral(path)}, ${quoteLiteral(insert.format)})`,
        ),
      ),
    )
  }
  const { verb, several, parameters } = scanStatement(text)
  if (several) throw new RequestError('One statement at a time')
  for (const name of parameters) {
    if (!asked.settings.has(`param_${name}`)) throw new RequestError(`Substitution \`${name}\` is not set`)
  }
  if (verb === 'INSERT') {
    if (!insertsFromSelect(text)) throw new RequestError('This form of INSERT is not supported')
    return door.engine.insert(statement(asked, text))
  }
  return door.engine.query(statement(asked, text), goneSignal(response))
}

function statement(asked: Asked, sql: string): Statement {
  return { sql, format: asked.format, database: asked.database, settings: asked.settings }
}

async function* nothing(): AsyncGenerator<Buffer> {}

function emptyBody(): Readable {
  return Readable.from(nothing())
}

/** Fires when the asker hangs up before the answer. */
function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}

async function reply(response: ServerResponse, asked: Asked, outcome: Outcome): Promise<void> {
  response.setHeader('X-ClickHouse-Summary', JSON.stringify(summary(outcome)))
  response.setHeader('X-ClickHouse-Format', asked.format)
  response.setHeader('Content-Type', 'text/plain; charset=UTF-8')
  if (!asked.acceptsGzip) return void response.end(outcome.bytes)
  response.setHeader('Content-Encoding', 'gzip')
  response.end(await gzipAsync(outcome.bytes, { level: 1 }))
}

function summary(outcome: Outcome): Record<string, string> {
  const rows = String(outcome.rowsRead)
  const bytes = String(outcome.bytesRead)
  return {
    read_rows: rows,
    read_bytes: bytes,
    written_rows: rows,
    written_bytes: bytes,
    total_rows_to_read: '0',
    result_rows: '0',
    result_bytes: String(outcome.bytes.length),
    elapsed_ns: String(Math.round(outcome.elapsedSeconds * 1e9)),
  }
}

function refuse(response: ServerResponse, { status, code, text }: ErrorReply): void {
  if (response.headersSent) return void response.destroy()
  response.statusCode = status
  if (code > 0) response.setHeader('X-ClickHouse-Exception-Code', String(code))
  response.end(`${text}\n`)
}

/** What the engine's process has used since it started: for benchmarks. */
function stats(): { cpuMicros: number; rssBytes: number } {
  const { user, system } = process.cpuUsage()
  return { cpuMicros: user + system, rssBytes: process.memoryUsage.rss() }
}
