import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDoor } from './create-door.ts'
import { createEngine, type Engine } from './create-engine.ts'
import { openInbox } from './inbox.ts'
import type { Begin, Report } from './messages.ts'

const MAX_ROWS_BYTES = 512 * 1024 * 1024
const LOCK_PATIENCE_MS = 10_000

// Ctrl-C reaches every process of the terminal; the parent says when to stop, and its end is noticed.
process.on('SIGINT', () => {})

process.once('message', (begin: Begin) => {
  serve(begin).catch((error: unknown) => {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
    process.disconnect?.()
  })
})

async function serve(begin: Begin): Promise<void> {
  const engine = await openWhenFree(begin)
  const inbox = await openInbox(begin.inbox, MAX_ROWS_BYTES)
  const server = createDoor({ engine, inbox, user: begin.user, password: begin.password })
  server.listen(begin.port, begin.host)
  await once(server, 'listening')
  const address = server.address()
  const end = () => {
    server.close()
    server.closeIdleConnections()
    void stop(engine)
  }
  process.once('SIGTERM', end)
  process.once('disconnect', end)
  report({ kind: 'ready', port: typeof address === 'object' && address ? address.port : begin.port })
}

/** The engine of a parent that was just killed may need a moment to let go. */
async function openWhenFree({ path, configFile }: Begin): Promise<Engine> {
  const deadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    try {
      return createEngine(path, configFile)
    } catch (error) {
      const owner = await livingOwner(path)
      if (owner === undefined) throw error
      if (Date.now() > deadline) {
        throw new Error(`process ${owner} owns the data in ${path}: stop it or use another home`)
      }
      await sleep(250)
    }
  }
}

/** The lock itself dies with its process; the engine notes whose it is in `status`. */
async function livingOwner(path: string): Promise<number | undefined> {
  const status = await readFile(join(path, 'status'), 'utf8').catch(() => '')
  const pid = Number(/^PID: (\d+)/m.exec(status)?.[1])
  if (!pid) return undefined
  try {
    process.kill(pid, 0)
    return pid
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? pid : undefined
  }
}

/** A statement that does not end must not keep the process: what was acknowledged is on disk. */
async function stop(engine: Engine): Promise<void> {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8_000).unref()
  await engine.close()
  process.exit(0)
}

function report(message: Report): void {
  if (process.connected) process.send?.(message)
}
