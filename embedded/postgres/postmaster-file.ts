import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/** Reads `postmaster.pid`, the lock file of a data folder. @returns undefined when it is absent or broken */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Postgres mends a lock file whose process is gone, but gives up on a broken one and on one whose number
 * now belongs to somebody else (usual after a container restarts).
 */
export async function removeStaleLock(data: string): Promise<void> {
  const postmaster = await readPostmaster(data)
  if (postmaster && (!isAlive(postmaster.pid) || (await isPostmasterOf(postmaster.pid, data)))) return
  await rm(join(data, 'postmaster.pid'), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the process is a postmaster of this folder. False for a zombie, which has no command line. */
export async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  const command = await commandOf(pid)
  return command.includes(data) && command.includes('/bin/postgres')
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(
    () => ({
      stdout: '',
    }),
  )
  return stdout
}
