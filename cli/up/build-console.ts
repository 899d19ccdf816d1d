import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { environmentWith } from '#core/config'
import { oneAtATime } from './one-at-a-time.ts'

const ROOT = resolve(import.meta.dirname, '..', '..')
const OUTPUT = join(ROOT, 'web', '.next')
const STAMP = join(OUTPUT, 'nightjar-build')
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
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return false
  // A crashed build is replayed from the cache in the output folder until that is gone.
  rmSync(OUTPUT, { recursive: true, force: true })
  const log = openSync(logFile, 'w', 0o600)
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
  writeFileSync(STAMP, stamp)
  return true
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
      (file) => !/[\\/](\.next|node_modules)[\\/]|\.test\.tsx?$|next-env\.d\.ts$|tsbuildinfo$/.test(file),
    )
    .sort()
}
