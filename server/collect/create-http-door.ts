import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { UnavailableError } from '#core/errors'
import type { Segment } from '#core/queues/payload'
import { createBudget } from './create-budget.ts'
import type { CollectMetrics } from './create-collect-metrics.ts'
import type { Gather } from './create-gather.ts'
import type { TokenCache } from './create-token-cache.ts'
import type { IngestGrant } from './ingest-source.ts'
import { readBody } from './read-body.ts'
import { Reject } from './reject.ts'
import { chooseSplitter } from './split-records.ts'

const RETRY_AFTER_SECONDS = 2
/** Bodies held at the same time: this many of the largest. */
const LARGE_BODIES = 16
const KEY = /^[\x21-\x7e]{1,200}$/
const BEARER = /^Bearer (nji_[\w-]{1,200})$/i

interface HttpDoorOptions {
  maxBodyBytes: number
  tokens: TokenCache
  gather: Gather
  metrics: CollectMetrics
}

/** `POST /ingest/v1/events`: docs/ingest.md is its contract. */
export function createHttpDoor({
  maxBodyBytes,
  tokens,
  gather,
  metrics,
}: HttpDoorOptions): FastifyPluginAsync {
  const budget = createBudget(LARGE_BODIES * maxBodyBytes)

  async function accept(request: FastifyRequest): Promise<{ accepted: number; payloadIds: string[] }> {
    const { headers } = request
    const grant = await authorise(headers.authorization, tokens)
    const split = chooseSplitter(headers['content-type'])
    const backfill = readBackfill(request)
    const key = readKey(headers['idempotency-key'])
    const body = await readBody(request.raw, {
      encoding: headers['content-encoding'],
      length: headers['content-length'],
      limit: maxBodyBytes,
      budget,
    })
    try {
      const records = split(body.bytes)
      if (records.length === 0) return { accepted: 0, payloadIds: [] }
      const once = key === undefined ? undefined : { tenantId: grant.tenantId, key }
      const { payloadIds, repeated } = await gather.take(segmentOf(grant, backfill, records), once)
      if (!repeated) metrics.accepted('http', records)
      return { accepted: records.length, payloadIds }
    } finally {
      body.release()
    }
  }

  function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const reject = toReject(error)
    metrics.rejected('http', reject.reason)
    if (reject.reason !== 'malformed') request.log.debug({ reason: reject.reason }, 'ingest refused')
    // What is left of the body would have to be read to use the connection again.
    if (!request.raw.readableEnded) reply.header('connection', 'close')
    if (reject.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
    if (reject.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply.code(reject.status).send({ error: { code: reject.reason, message: reject.message } })
  }

  return async (fastify) => {
    // The door reads the stream itself: the bytes stay bytes, and a body is read only behind a valid token.
    fastify.removeAllContentTypeParsers()
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null))
    fastify.post('/ingest/v1/events', async (request, reply) => {
      try {
        const { accepted, payloadIds } = await accept(request)
        return reply.code(202).send({ accepted, payloadId: payloadIds[0] ?? null, payloadIds })
      } catch (error) {
        return refuse(error, request, reply)
      }
    })
  }
}

async function authorise(header: string | undefined, tokens: TokenCache): Promise<IngestGrant> {
  const secret = header && BEARER.exec(header)?.[1]
  if (!secret) throw new Reject('unauthorized', 'Send an ingest token: Authorization: Bearer nji_...')
  const grant = await tokens.resolve(secret)
  if (!grant) throw new Reject('unauthorized', 'The ingest token is unknown or revoked')
  return grant
}

function readBackfill({ headers, query }: FastifyRequest): boolean {
  const asked = headers['x-nightjar-backfill'] ?? (query as Record<string, unknown>).backfill ?? 'false'
  if (asked === 'true') return true
  if (asked === 'false') return false
  throw new Reject('malformed', 'X-Nightjar-Backfill and ?backfill are true or false')
}

function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header === 'string' && KEY.test(header)) return header
  throw new Reject('malformed', 'Idempotency-Key has 1 to 200 visible ASCII characters')
}

function segmentOf(grant: IngestGrant, backfill: boolean, records: Buffer[]): Segment {
  const { tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass } = grant
  return {
    ...{ tenantId, sourceId, site, format, zoneMinutes, settings, retentionClass },
    ...{ backfill, received: Date.now(), records },
  }
}

function toReject(error: unknown): Reject {
  if (error instanceof Reject) return error
  if (error instanceof UnavailableError)
    return new Reject('unavailable', 'The queue is away or full: try again')
  throw error
}
