import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { choosePort } from './choose-port.ts'

const HOST = '127.0.0.1'
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function takenPort(): Promise<number> {
  const server = createServer().listen(0, HOST)
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test('a taken port is passed over for a free one above it', async () => {
  const port = await takenPort()
  expect(await choosePort(HOST, port)).toBeGreaterThan(port)
})

test('a port promised to somebody else in the same start is passed over', async () => {
  const port = await choosePort(HOST, 30_000)
  const taken = new Set([port])
  expect(await choosePort(HOST, port, { taken })).not.toBe(port)
  expect(taken.size).toBe(2)
})

test('a port that a person chose is never changed: taken is an error that says what to do', async () => {
  const port = await takenPort()
  await expect(choosePort(HOST, port, { fixed: true, variable: 'NIGHTJAR_PORT' })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken. Set NIGHTJAR_PORT to another port`,
  )
})
