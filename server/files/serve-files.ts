import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { UserError } from '#core/errors'
import type { Log } from '#core/log'
import type { Queues } from '#core/queues/queues'
import type { Records } from '#core/records/create-records'
import { SCRATCH_DAYS } from '#core/records/dropped-files/dropped-file'
import { beginDroppedFile } from '#core/records/dropped-files/take-in-dropped-file'
import { type Retention, retentionClassOf } from '#core/store/retention'
import { createSealer } from '../collect/create-sealer.ts'
import { decodeGlobalId } from '../graphql/global-id.ts'
import type { ReadSession } from '../graphql/graphql-context.ts'
import { createRights } from '../graphql/rights.ts'
import { MOST_FILE_BYTES } from './most-file-bytes.ts'
import { receiveFile } from './receive-file.ts'
import { scopeToDrop } from './scope-to-drop.ts'

/** Of one process: each has a thread of its own. */
const MOST_AT_ONCE = 4

export interface FilesDeps {
  records: Records
  queues: Queues
  retention: Retention
  sessionOf: ReadSession
  /** Whose pages may send with their visitor's cookie. */
  trustedOrigins: readonly string[]
  log: Log
}

/**
 * `PUT /files/ID`: takes in what `dropFile` announced, once, from who announced it. Records are sealed as they come, so
 * rules judge the first while the last are still sent. docs/ingest.md is its contract.
 */
export function serveFiles(app: FastifyInstance, deps: FilesDeps): void {
  const { records, queues, retention, sessionOf, trustedOrigins, log } = deps
  const sealer = createSealer(queues, log)
  const retentionClass = retentionClassOf(SCRATCH_DAYS, retention)
  const running = new Set<IncomingMessage>()
  app.addHook('preClose', async () => {
    for (const raw of running) raw.destroy()
  })
  app.addHook('onClose', () => sealer.close())

  async function take(request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) {
    const { headers } = request
    // A cookie alone proves who, not that she wants it: a page of somebody else may not send with it.
    const isForeign = headers.authorization === undefined && !trustedOrigins.includes(headers.origin ?? '')
    if (isForeign)
      return refuse(request, reply, 403, 'FORBIDDEN', 'Send it from the console, or with an API token')
    const session = await sessionOf(headers)
    if (!session) return refuse(request, reply, 401, 'UNAUTHENTICATED', 'Sign in, or send an API token')
    if (Number(headers['content-length'] ?? 0) > MOST_FILE_BYTES)
      return refuse(request, reply, 413, 'TOO_LARGE', `A file has ${MOST_FILE_BYTES} bytes at most`)
    if (running.size >= MOST_AT_ONCE)
      return refuse(request, reply, 503, 'BUSY', 'Other files are being read: try again in a while')
    running.add(request.raw)
    try {
      const id = decodeGlobalId(request.params['*'])
      const tenantId = id?.type === 'DroppedFile' ? id.tenantId : ''
      const scope = scopeToDrop(createRights(session), tenantId)
      const droppedBy = session.userId ?? session.apiToken?.tokenId ?? ''
      const which = { tenantId, fileId: id?.id ?? '', droppedBy }
      const file = scope && (await beginDroppedFile(records, scope, which))
      if (!scope || !file) return refuse(request, reply, 404, 'NOT_FOUND', 'Nothing is here')
      const audit = { audit: 'file', actor: droppedBy, tenant: file.tenantId, file: file.fileId }
      request.log.info({ ...audit, name: file.name, bytes: file.bytes }, 'dropped file begins')
      const done = await receiveFile(file, bounded(request.raw), {
        ...{ records, sealer, log, retentionClass, scope },
        mayGoOn: async () => scopeToDrop(createRights(await sessionOf(headers)), tenantId) !== undefined,
      })
      request.log.info({ ...audit, records: done.records }, 'dropped file ended')
      return reply.code(200).send({ records: done.records, problems: done.problems })
    } catch (error) {
      if (!request.raw.destroyed || request.raw.complete) throw error
      // Nobody is there to be answered.
      request.log.info({ err: error }, 'dropped file broken off')
      return reply
    } finally {
      running.delete(request.raw)
    }
  }

  app.register(async (scoped) => {
    // The door reads the stream itself, and only behind a proof of who sends.
    scoped.removeAllContentTypeParsers()
    scoped.addContentTypeParser('*', (_request, _payload, done) => done(null))
    // An id is longer than the router lets a named part be.
    scoped.put<{ Params: { '*': string } }>('/files/*', { config: { slow: true } }, take)
  })
}

async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MOST_FILE_BYTES)
      throw new UserError('BAD_USER_INPUT', `A file has ${MOST_FILE_BYTES} bytes at most`)
    yield chunk
  }
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, message: string) {
  // What is left of the body would have to be read to use the connection again.
  if (!request.raw.readableEnded) reply.header('connection', 'close')
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', 3)
  return reply.code(status).send({ error: { code, message, requestId: request.id } })
}
