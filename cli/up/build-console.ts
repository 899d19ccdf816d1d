import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { environmentWith } from '#core/config'
import { oneAtATime } from './one-at-a-time.ts'
import { takePidLock } from './pid-lock.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
const OUTPUT = join(ROOT, 'web', '.next')
const STAMP = join(OUTPUT, 'nightjar-build')
const LOCK = `${OUTPUT}.pid`
/** Two starts at once would write the same folder. */
const LOCK = join(ROOT, 'node_modules', '.nightjar-console-build')
/** What the console is made of: a change in any of these makes the build stale. */
const INPUTS = ['web', 'core/event', 'core/search', 'core/detect', 'package-lock.json']

/** Builds the console when its sources differ from those of the last build. @returns whether it built */
export function buildConsole(logFile: string, signal: AbortSignal): Promise<boolean> {
  return oneAtATime(LOCK, signal, () => build(logFile, signal))
}

async function build(logFile: string, signal: AbortSignal): Promise<boolean> {
  const stamp = await stampOf(INPUTS)
  if (isBuilt(stamp)) return false
  const release = await takeTurn(signal)
  try {
    if (isBuilt(stamp)) return false
    await build(logFile, signal)
    writeFileSync(STAMP, stamp)
    return true
  } finally {
    release()
  }
}

function isBuilt(stamp: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp
}

/** One build at a time in this folder: a second one waits and finds it done. */
async function takeTurn(signal: AbortSignal): Promise<() => void> {
  for (;;) {
    const taken = takePidLock(LOCK)
    if (taken.owner === undefined) return taken.release
    await sleep(500, undefined, { signal })
  }
}

async function build(logFile: string, signal: AbortSignal): Promise<void> {
  // A crashed build is replayed from the cache in the output folder until that is gone.
  rmSync(OUTPUT, { recursive: true, force: true })
  const log = openSync(logFile, 'w')
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = environmentWith({ NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' })
  const child = spawn(process.execPath, [next, 'build', 'web'], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
    env,
    signal,
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The console did not build: see ${logFile}`)
}

async function stampOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesBelow(join(ROOT, input))) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  if (/\.[a-z]+$/.test(path)) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !/[\\/](\.next|node_modules)[\\/]|\.test\.tsx?$|next-env\.d\.ts$|tsbuildinfo$|\.next\.pid$/.test(
          file,
        ),
    )
    .sort()
}
