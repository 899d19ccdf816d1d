import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'

interface HealthOptions {
  host: string
  /** 0 picks a free one. */
  port: number
  registry: Registry
  /** By engine, whether it answers. */
  check: () => Promise<Record<string, boolean>>
}

export interface Health {
  port: number
  close(): Promise<void>
}

/**
 * `/healthz`: the process runs. `/readyz`: its engines answer. `/metrics`: Prometheus.
 * @throws Error when the port is taken
 */
export async function serveHealth({ host, port, registry, check }: HealthOptions): Promise<Health> {
  async function answer(path: string | undefined, response: ServerResponse): Promise<void> {
    if (path === '/healthz') return send(response, 200, 'application/json', '{"status":"ok"}')
    if (path === '/readyz') {
      const checks = await check()
      const ready = Object.values(checks).every(Boolean)
      const body = JSON.stringify({ status: ready ? 'ready' : 'waiting', checks })
      return send(response, ready ? 200 : 503, 'application/json', body)
    }
    if (path === '/metrics') return send(response, 200, registry.contentType, await registry.metrics())
    return send(response, 404, 'text/plain', 'Nothing is here\n')
  }

  const server = createServer((request, response) => {
    request.resume()
    answer(request.url?.split('?', 1)[0], response).catch(() => send(response, 500, 'text/plain', 'Broken\n'))
  })
  server.requestTimeout = 10_000
  server.listen({ host, port })
  await once(server, 'listening').catch((cause: unknown) => {
    throw new Error(`Port ${port} on ${host} cannot be had: set NIGHTJAR_WORKER_PORT`, { cause })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body)
}
