import type { Fields, Scalar } from '../../event/event.ts'
import { splitCommandLine } from './split-command-line.ts'

/** A program as it was started: the line, and its arguments. */
export function commandLine(fields: Fields, value: Scalar): void {
  const line = String(value)
  if (line === '' || line === '-') return
  fields['process.command_line'] ??= line
  const args = splitCommandLine(line)
  if (args.length === 0) return
  fields['process.args'] ??= args
  fields['process.args_count'] ??= args.length
}
