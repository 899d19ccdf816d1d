import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../../cli/nightjar.mjs', import.meta.url))

interface ForkedVerb {
  process: ChildProcess
  /** What it said when it was ready: the server its address. */
  ready: string
  /** Ends it as an operator does. @returns its exit code */
  stop(): Promise<number | null>
}

/** Runs `nightjar VERB` in a process of its own. @throws Error with its log when it ends before it is ready */
export async function forkVerb(verb: string, environment: Record<string, string>): Promise<ForkedVerb> {
  const child = fork(COMMAND, [verb], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const log = child.stderr ? text(child.stderr) : Promise.resolve('')
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => (message as { ready: string }).ready),
    exited.then(async (code) => {
      throw new Error(`nightjar ${verb} ended with ${code}:\n${await log}`)
    }),
  ])
  return {
    process: child,
    ready,
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}
