import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  fastify,
  LogController,
} from 'fastify'
import { UnavailableError, UserError } from '#core/errors'
import type { Log } from '#core/log'
import { limitBodyTime } from './limit-body-time.ts'

const REQUEST_ID = /^[\w.-]{1,64}$/

const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

interface Refusal {
  status: number
  code: string
  message: string
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof UserError) return { status: 400, code: error.code, message: error.message }
  if (error instanceof UnavailableError)
    return { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'A database does not answer: try again' }
  const { statusCode = 500, code, message } = error as Partial<FastifyError>
  if (statusCode < 500 && message !== undefined)
    return { status: statusCode, code: code ?? 'BAD_REQUEST', message }
  const masked = 'Something went wrong here. The request id finds it in the log.'
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: masked }
}

export interface AppOptions {
  log: Log
  /** Whose `X-Forwarded-*` is believed. */
  trustProxy: string[]
}

/** An HTTP server that answers nothing yet: request ids, headers, and what is said about errors. */
export function createApp({ log, trustProxy }: AppOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : crypto.randomUUID()
    },
    forceCloseConnections: 'idle',
    // Told apart by route instead.
    requestTimeout: 0,
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id })
  })
  limitBodyTime(app)
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, ip } = request
    const { statusCode, elapsedTime } = reply
    request.log.debug({ method, route: routeOptions.url, ip, statusCode, elapsedTime }, 'answered')
  })
  app.setErrorHandler((error, request, reply) => {
    const { status, code, message } = refusalOf(error)
    if (status === 500) request.log.error({ err: error }, 'request failed')
    return reply.code(status).send({ error: { code, message, requestId: request.id } })
  })
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: { code: 'NOT_FOUND', message: 'Nothing is here', requestId: request.id } }),
  )
  return app
}
