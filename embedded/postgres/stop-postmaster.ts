import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, isPostmasterOf, readPostmaster } from './postmaster-file.ts'

const PATIENCE = [
  // Fast shutdown: roll back, checkpoint, leave.
  { signal: 'SIGINT', ms: 30_000 },
  // Immediate: recovery at the next start.
  { signal: 'SIGQUIT', ms: 5_000 },
  { signal: 'SIGKILL', ms: 5_000 },
] as const

/** Shuts the postmaster of a folder down, fast, and by force if it does not go. Does nothing when it is not running. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  for (const { signal, ms } of PATIENCE) {
    if (!(await isPostmasterOf(pid, data))) return
    kill(pid, signal)
    const end = Date.now() + ms
    while (Date.now() < end) {
      // The file goes before the process, and a process that nobody reaps never goes.
      if (!isAlive(pid) || ((await readPostmaster(data))?.pid !== pid && !(await isPostmasterOf(pid, data))))
        return
      await sleep(15)
    }
  }
  throw new Error(`Postgres (process ${pid}) does not stop`)
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
