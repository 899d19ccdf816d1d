import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const LAUNCHER = join(import.meta.dirname, '..', 'nightjar.mjs')
const STOP_MS = 15_000
const RESTARTS_PER_MINUTE = 5
/** Events live for one batch: with room for a batch the young generation, in MB, is swept less often. */
const NODE_FLAGS = ['--max-semi-space-size=64']
/** As in the images: libraries check less. */
const NODE_SETTINGS = { NODE_ENV: 'production' } as const

export interface Child {
  /** Resolves when the process says it is ready, with what it said; rejects when it ends before. */
  ready: Promise<string>
  stop(): Promise<void>
}

/**
 * Runs `nightjar VERB` as a process of its own, its log in a file, started again when it dies.
 * The IPC channel ties it to us: when we are killed it ends by itself.
 * @param signal aborted when everything is to stop: what ends from then on is not started again
 */
export function supervise(
  verb: string,
  env: NodeJS.ProcessEnv,
  logs: string,
  onTrouble: (message: string) => void,
  signal?: AbortSignal,
): Child {
  const logFile = join(logs, `${verb}.log`)
  const starts: number[] = []
  let stopping = false
  let child: ChildProcess
  let resolveReady: (said: string) => void = () => {}
  let rejectReady: (error: Error) => void = () => {}
  const ready = new Promise<string>((resolve, reject) => {
    resolveReady = resolve
    rejectReady = reject
  })

  const start = (): void => {
    starts.push(Date.now())
    const out = openSync(logFile, 'a', 0o600)
    child = fork(LAUNCHER, [verb], {
      env: { ...env, ...NODE_SETTINGS },
      execArgv: NODE_FLAGS,
      stdio: ['ignore', out, out, 'ipc'],
    })
    closeSync(out)
    child.on('message', (message) => {
      if (isReady(message)) resolveReady(message.ready)
    })
    child.once('exit', (code, signal) => void ended(code ?? signal))
  }

  const ended = async (how: number | string | null): Promise<void> => {
    if (stopping) return
    const recent = starts.filter((at) => at > Date.now() - 60_000).length
    rejectReady(new Error(`${verb} ended (${how}) before it was ready: see ${logFile}`))
    // Ctrl-C reaches every process of the terminal, before its turn to be stopped has come.
    if (signal?.aborted) return
    if (recent > RESTARTS_PER_MINUTE) {
      onTrouble(`${verb} keeps ending (${how}) and stays down: see ${logFile}`)
      return
    }
    onTrouble(`${verb} ended (${how}) and is started again: see ${logFile}`)
    await sleep(recent * 500)
    if (!stopping && !signal?.aborted) start()
  }

  start()
  return {
    ready,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await gone
      clearTimeout(timer)
    },
  }
}

function isReady(message: unknown): message is { ready: string } {
  return (
    typeof message === 'object' && message !== null && 'ready' in message && typeof message.ready === 'string'
  )
}
