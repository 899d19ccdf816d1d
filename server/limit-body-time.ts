import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Its bodies may take as long as they keep coming. */
    slow?: boolean
  }
}

const MOST_MS = 120_000
/** Between two pieces of a body that may take long. */
const SILENT_MS = 600_000

/**
 * Ends requests whose body does not come to its end in time. Node has one limit for all routes of a server, which a large
 * file cannot keep.
 */
export function limitBodyTime(app: FastifyInstance, most = MOST_MS): void {
  app.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    if (raw.complete) return
    if (routeOptions.config?.slow) {
      raw.setTimeout(SILENT_MS, () => raw.destroy())
      return
    }
    const timer = setTimeout(() => raw.complete || raw.destroy(), most)
    timer.unref()
    reply.raw.once('close', () => clearTimeout(timer))
  })
}
