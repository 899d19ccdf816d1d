import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, type Registry } from 'prom-client'

/** An engine that says nothing for so long is away. */
const PATIENCE_MS = 2_000

export interface HealthDeps {
  registry: Registry
  /** Engines this process cannot work without, by name; each rejects while its engine is away. */
  engines: Record<string, () => Promise<unknown>>
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const asked = ask().then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/**
 * `/healthz`: the process runs. `/readyz`: its engines answer, 503 and which of them do not otherwise.
 * `/metrics`: Prometheus text; nothing in it names a tenant.
 */
export function serveHealth(app: FastifyInstance, { engines, registry }: HealthDeps): void {
  collectDefaultMetrics({ register: registry, prefix: 'nightjar_' })
  const seconds = new Histogram({
    name: 'nightjar_http_request_duration_seconds',
    help: 'Requests by route and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1_000)
  })

  app.get('/healthz', { logLevel: 'silent' }, async () => ({ status: 'ok' }))

  app.get('/readyz', { logLevel: 'silent' }, async (_, reply) => {
    const asked = Object.entries(engines).map(async ([name, ask]) => [name, await answers(ask)] as const)
    const checks = Object.fromEntries(await Promise.all(asked))
    const ready = Object.values(checks).every(Boolean)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', checks })
  })

  app.get('/metrics', { logLevel: 'silent' }, async (_, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
