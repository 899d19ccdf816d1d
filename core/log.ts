import { pino } from 'pino'

export type Log = pino.Logger

/** JSON lines on stderr: stdout belongs to what a command prints. */
export function createLog(process: string, level: string): Log {
  return pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
