import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

interface Redis {
  url: string
  stop(): Promise<void>
}

/** Starts Debian's redis-server on a free port. @returns undefined where it is not installed */
export async function startRedis(home: string): Promise<Redis | undefined> {
  if (spawnSync('redis-server', ['--version']).error) return undefined
  const port = await freePort()
  const directory = join(home, 'redis')
  await mkdir(directory, { recursive: true })
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--appendonly', 'yes']
  const child = spawn('redis-server', [...flags, '--save', ''], { stdio: 'ignore' })
  await waitForPort(port, child)
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function waitForPort(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`)
    const socket = connect(port, '127.0.0.1')
    const open = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      sleep(100).then(() => false),
    ])
    socket.destroy()
    if (open) return
    await sleep(50)
  }
  throw new Error('redis-server did not open its port')
}
