import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Records } from '#core/records/create-records'
import { type Auth, CLIENT_ADDRESS } from './create-auth.ts'

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
export function createAuthPlugin(auth: Auth, records: Records): FastifyPluginAsync {
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
          // Pinging tells an outage from a fault: it throws UnavailableError.
          const response = await auth.handler(asked).catch(async (error: unknown) => {
            await records.ping()
            throw error
          })
          if (response.status >= 500) await records.ping()
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

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status).header('cache-control', 'no-store')
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.send(await response.text())
}
