import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Io } from './verb.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Flags of a verb. Answers `--help` on stdout and mistakes on stderr by itself.
 * @returns the exit code when there is nothing left to do
 */
export function parseFlags<const Given extends Options>(
  args: string[],
  options: Given,
  usage: string,
  io: Io,
) {
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout.write(usage)
    return 0
  }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
}
