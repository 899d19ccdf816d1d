import { readdirSync, readFileSync } from 'node:fs'

/** `sysconf(_SC_CLK_TCK)`: 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

interface ProcessTimes {
  parent: number
  commandLine: string
  seconds: number
}

/** CPU seconds used so far by a process, its threads and its descendants, living and reaped. Linux only. */
export function processTreeCpu(root: number): number {
  const processes = readProcesses()
  const total = (pid: number): number => {
    const own = processes.get(pid)?.seconds ?? 0
    const children = [...processes].filter(([, { parent }]) => parent === pid)
    return children.reduce((sum, [child]) => sum + total(child), own)
  }
  return total(root)
}

/** @returns ids of our descendants whose command line contains the text */
export function descendantsRunning(text: string, root = process.pid): number[] {
  const processes = readProcesses()
  const isOurs = (pid: number): boolean => {
    const parent = processes.get(pid)?.parent
    return parent !== undefined && (parent === root || isOurs(parent))
  }
  return [...processes]
    .filter(([pid, { commandLine }]) => commandLine.includes(text) && isOurs(pid))
    .map(([pid]) => pid)
}

function readProcesses(): Map<number, ProcessTimes> {
  const processes = new Map<number, ProcessTimes>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name is in parentheses and may hold blanks: fields count from behind it. See proc_pid_stat(5).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number)
      processes.set(pid, {
        parent: Number(fields[1]),
        commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
        seconds: (utime + stime + cutime + cstime) / TICKS_PER_SECOND,
      })
    } catch {
      // It ended between the listing and the look.
    }
  }
  return processes
}
