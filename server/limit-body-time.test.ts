import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { limitBodyTime } from './limit-body-time.ts'

async function serve() {
  const app = fastify()
  limitBodyTime(app, 200)
  app.addContentTypeParser('*', async (_request: unknown, payload: AsyncIterable<Buffer>) => {
    let size = 0
    for await (const part of payload) size += part.length
    return size
  })
  app.put('/usual', async ({ body }) => String(body))
  app.put('/slow', { config: { slow: true } }, async ({ body }) => String(body))
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => app.close())
  const { port } = app.server.address() as AddressInfo
  return (path: string): ClientRequest => {
    const sending = request({
      port,
      host: '127.0.0.1',
      path,
      method: 'PUT',
      headers: { 'content-type': 'a/b' },
    })
    sending.write('x')
    return sending
  }
}

const answerOf = (sending: ClientRequest) =>
  new Promise<number | string | undefined>((resolve) => {
    sending.on('response', (answer) => resolve(answer.resume().statusCode))
    sending.on('error', ({ message }) => resolve(message))
  })

it('ends a body that does not end in time, unless its route may take long', async () => {
  const send = await serve()
  const slow = send('/slow')
  // Begun later, ended first.
  expect(await answerOf(send('/usual'))).toMatch(/hang up|ECONNRESET/)
  slow.end('y')
  expect(await answerOf(slow)).toBe(200)
  const quick = send('/usual')
  quick.end('y')
  expect(await answerOf(quick)).toBe(200)
})
