import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { recordStatements, send } from './record-statements.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Says what reached it. */
async function startEcho(): Promise<string> {
  const server = createServer({ maxHeaderSize: 100_000 }, async (request, response) => {
    response.end(`${request.method} ${request.url} ${request.headers['x-key']} ${await text(request)}`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('recording statements', () => {
  it('passes everything on, and keeps what reads tenants', async () => {
    const target = await startEcho()
    const recorder = await recordStatements(target)
    closing.push(recorder.close)
    const asked = async (path: string, body: string) => {
      const answer = await fetch(recorder.url + path, { method: 'POST', headers: { 'x-key': 'k' }, body })
      return answer.text()
    }
    expect(await asked('/?database=a', 'SELECT 1')).toBe('POST /?database=a k SELECT 1')
    const walls = `/?additional_table_filters=${'x'.repeat(50_000)}`
    const through = await asked(walls, 'SELECT ü')
    expect(through).toBe(`POST ${walls} k SELECT ü`)

    const [statement, ...others] = recorder.take()
    expect(others).toEqual([])
    expect(await (await send(target, statement as NonNullable<typeof statement>)).text()).toBe(through)
    expect(recorder.take()).toEqual([])
  })
})
