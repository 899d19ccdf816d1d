import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Io } from './verb.ts'

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>

/**
 * Flags of a verb. Answers `--help` on stdout and mistakes on stderr by itself.
 * @returns the exit code when there is nothing left to do
 */
export function parseFlags<Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  usage: string,
  io: Io,
): Values<Options> | number {
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
