import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BodyTooLargeError, limit } from './inbox.ts'

export class RequestError extends Error {}

export interface Asked {
  queryId: string | undefined
  database: string
  format: string
  /** Settings and `param_*`. */
  settings: Map<string, string>
  /** Statement given in the URL; the body then holds rows. */
  urlQuery: string | undefined
  /** Decompressed. */
  body: Readable
  acceptsGzip: boolean
}

const TRANSPORT = new Set([
  'query',
  'query_id',
  'database',
  'default_format',
  'session_id',
  'session_timeout',
  'role',
  'user',
  'password',
  'compress',
  'decompress',
  'buffer_size',
  'wait_end_of_query',
  'enable_http_compression',
  'send_progress_in_http_headers',
])
const SETTING = /^[a-z][a-z0-9_]{0,127}$/
const PARAMETER = /^param_[A-Za-z_][A-Za-z0-9_]{0,127}$/

/** What ClickHouse's HTTP interface puts into URL and headers. */
export function readRequest(request: IncomingMessage): Asked {
  const search = new URL(request.url ?? '/', 'http://localhost').searchParams
  const settings = new Map<string, string>()
  for (const [key, value] of search) {
    if (TRANSPORT.has(key) || key.startsWith('http_')) continue
    if (!SETTING.test(key) && !PARAMETER.test(key))
      throw new RequestError(`Not a setting: ${key.slice(0, 100)}`)
    settings.set(key, value)
  }
  const wantsGzip = search.get('enable_http_compression') === '1'
  return {
    queryId: search.get('query_id') ?? undefined,
    database: search.get('database') || header(request, 'x-clickhouse-database') || 'default',
    format: search.get('default_format') || header(request, 'x-clickhouse-format') || 'TabSeparated',
    settings,
    urlQuery: search.get('query') ?? undefined,
    body: decompressed(request),
    acceptsGzip: wantsGzip && /\bgzip\b/.test(header(request, 'accept-encoding') ?? ''),
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function decompressed(request: IncomingMessage): Readable {
  const encoding = header(request, 'content-encoding') ?? 'identity'
  if (encoding === 'identity') return request
  if (encoding !== 'gzip') throw new RequestError(`Content-Encoding ${encoding} is not supported: use gzip`)
  const unzip = createGunzip()
  request.on('error', (error) => unzip.destroy(error))
  return request.pipe(unzip)
}

/** Reads a whole body that has to be text. @throws BodyTooLargeError */
export async function readText(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body.pipe(limit(maxBytes))) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** A form carries the statement and its parameters when they are too long for a URL. */
export async function readForm(asked: Asked, contentType: string, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of asked.body) {
    size += (chunk as Buffer).length
    if (size > maxBytes) throw new BodyTooLargeError(`Form larger than ${maxBytes} bytes`)
    chunks.push(chunk as Buffer)
  }
  const form = await new Response(Buffer.concat(chunks), {
    headers: { 'content-type': contentType },
  }).formData()
  let query = ''
  for (const [key, value] of form) {
    if (typeof value !== 'string') throw new RequestError('A form with files is not supported')
    if (key === 'query') query = value
    else if (PARAMETER.test(key)) asked.settings.set(key, value)
    else throw new RequestError(`Not a parameter: ${key.slice(0, 100)}`)
  }
  return query
}
