import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Records } from '#core/records/create-records'
import { type Auth, type AuthDeps, CLIENT_ADDRESS } from './create-auth.ts'

/** All of the library's paths that we open. */
const PATHS = [
  ['POST', '/auth/sign-in/email'],
  ['POST', '/auth/sign-out'],
  ['POST', '/auth/change-password'],
  ['GET', '/auth/get-session'],
] as const

const MAX_BODY_BYTES = 16 * 1024
const PASSED_ON = [
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

/** Mounts sign-in and sign-out. */
export function createAuthPlugin(
  auth: Auth,
  { records, log }: Pick<AuthDeps, 'records' | 'log'>,
): FastifyPluginAsync {
  return async (server) => {
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    for (const [method, url] of PATHS) {
      server.route({
        method,
        url,
        bodyLimit: MAX_BODY_BYTES,
        handler: async (request, reply) => {
          const asked = toWebRequest(new URL(url, auth.options.baseURL), request)
          const response = await auth.handler(asked).catch((error: unknown) => {
            log.error({ err: error, requestId: request.id }, 'identity request failed')
          })
          // An outage is told apart from a fault.
          if ((!response || response.status >= 500) && (await isAway(records))) {
            return reply.status(503).send({ message: 'Postgres does not answer: try again in a moment' })
          }
          if (!response) return reply.status(500).send({ message: 'Something went wrong here' })
          return sendWebResponse(reply, response)
        },
      })
    }
  }
}

/** @param url the address the browser sees, whatever the request says of it */
function toWebRequest(url: URL, request: FastifyRequest): Request {
  const headers = new Headers({ [CLIENT_ADDRESS]: request.ip })
  for (const name of PASSED_ON) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const init: RequestInit = { method: request.method, headers }
  if (typeof request.body === 'string') {
    init.body = request.body
    headers.set('content-type', 'application/json')
  }
  return new Request(url, init)
}

async function isAway(records: Records): Promise<boolean> {
  return records.ping().then(
    () => false,
    () => true,
  )
}

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status).header('cache-control', 'no-store')
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.send(await response.text())
}
